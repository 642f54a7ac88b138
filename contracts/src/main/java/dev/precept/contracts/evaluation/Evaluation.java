package dev.precept.contracts.evaluation;

import dev.precept.contracts.policy.PolicyVersionRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run: one version on one source, and how far it is.
///
/// @param repeats the run whose cases these are; null for a run of its own
public record Evaluation(
        EvaluationId id,
        PolicyVersionRef policyVersion,
        EvaluationSource source,
        State state,
        Progress progress,
        String startedBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable EvaluationId repeats) {

    /// A run of its own.
    public Evaluation(
            EvaluationId id,
            PolicyVersionRef policyVersion,
            EvaluationSource source,
            State state,
            Progress progress,
            String startedBy,
            Instant createdAt,
            @Nullable Instant finishedAt) {
        this(id, policyVersion, source, state, progress, startedBy, createdAt, finishedAt, null);
    }

    /// Where a run stands.
    public enum State {
        /// Its cases are being gathered.
        PREPARING,
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    /// Cases of a run.
    ///
    /// @param failed given up by the queue after the last attempt
    public record Progress(int cases, int judged, int failed) {}
}
