package dev.precept.registry.evaluation;

import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A judged case with all that figures are made of.
///
/// @param reasoning its length in characters
record Judged(
        GoldenExpectation expected,
        boolean guarded,
        @Nullable String language,
        Outcome outcome,
        List<String> labels,
        List<String> ruleIds,
        int reasoning) {

    boolean right() {
        return outcome == expected.outcome();
    }
}
