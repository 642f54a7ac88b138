package dev.precept.contracts.evaluation;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Verdict;

/// A case on which two runs differ.
///
/// @param content sensitive: show it blurred until a person asks
public record Flip(
        int position,
        Content content,
        GoldenExpectation expected,
        boolean guarded,
        Verdict before,
        Verdict now) {}
