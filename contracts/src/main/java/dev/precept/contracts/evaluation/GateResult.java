package dev.precept.contracts.evaluation;

import org.jspecify.annotations.Nullable;

/// How a version stands at one gate.
///
/// @param measured null without a finished run
/// @param evaluation that measured it
public record GateResult(
        Gate gate,
        Status status,
        @Nullable Double measured,
        @Nullable EvaluationId evaluation,
        String detail) {

    /// Whether the gate is open.
    public enum Status {
        PASSED,
        FAILED,
        NOT_MEASURED
    }
}
