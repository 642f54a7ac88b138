package dev.precept.contracts.policy;

import dev.precept.contracts.content.Content;
import org.jspecify.annotations.Nullable;

/// Adds a case to a golden set; a content that is there already is not added twice.
public record NewGoldenCase(Content content, GoldenExpectation expected, @Nullable String note) {}
