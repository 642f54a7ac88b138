package dev.precept.contracts.policy;

import dev.precept.contracts.content.Content;

/// A content to be judged by a version.
public record PromptSample(Content content) {}
