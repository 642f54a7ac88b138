package dev.precept.contracts.evaluation;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// A case of a run: what was expected of it, or said at the time, and what the run says of it.
///
/// @param position in the run, from 1
/// @param content sensitive: show it blurred until a person asks
/// @param language a BCP 47 tag; null where it is not known
/// @param verdict null if the case failed
/// @param tokens of prompt, reasoning and answer, as far as the engine counts them
/// @param seconds of inference
public record EvaluationCase(
        int position,
        Content content,
        GoldenExpectation expected,
        boolean guarded,
        @Nullable String language,
        Result result,
        @Nullable Verdict verdict,
        int tokens,
        double seconds) {

    /// How a case came out.
    public enum Result {
        /// As expected.
        RIGHT,
        /// Otherwise than expected.
        WRONG,
        /// Given up by the queue after the last attempt.
        FAILED
    }
}
