package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateResult.Status;
import java.util.Locale;

/// Holds a figure against a gate.
final class GateMeasure {

    private GateMeasure() {}

    static GateResult of(Gate gate, EvaluationReport report) {
        var scores = report.overall();
        return switch (gate.kind()) {
            case RECALL -> atLeast(gate, scores.recall().value(), scores.recall().of(), id(report));
            case PRECISION ->
                    atLeast(gate, scores.precision().value(), scores.precision().of(), id(report));
            case F1 -> atLeast(gate, scores.f1().value(), scores.f1().of(), id(report));
            case PROTECTED_WRONG ->
                    atMost(
                            gate,
                            report.protection().wrong(),
                            report.protection().cases(),
                            id(report));
            case REPLAY_CHANGE ->
                    atMost(gate, 1 - report.accuracy().value(), report.accuracy().of(), id(report));
        };
    }

    static GateResult notMeasured(Gate gate) {
        return new GateResult(
                gate,
                Status.NOT_MEASURED,
                null,
                null,
                gate.kind() == Gate.Kind.REPLAY_CHANGE
                        ? "No finished replay of this version: run one on past items."
                        : "No finished run of this version on a golden set: run one.");
    }

    /// Cases that the queue gave up are not measured: a run with any opens no gate.
    static GateResult incomplete(Gate gate, Evaluation run) {
        return new GateResult(
                gate,
                Status.NOT_MEASURED,
                null,
                run.id(),
                "%d of %d cases of the newest run got no verdict: run it again."
                        .formatted(run.progress().failed(), run.progress().cases()));
    }

    private static GateResult atLeast(Gate gate, double measured, int of, EvaluationId id) {
        return result(gate, of > 0 && measured >= gate.limit(), measured, of, "at least", id);
    }

    private static GateResult atMost(Gate gate, double measured, int of, EvaluationId id) {
        return result(gate, of > 0 && measured <= gate.limit(), measured, of, "at most", id);
    }

    private static GateResult result(
            Gate gate, boolean passed, double measured, int of, String bound, EvaluationId id) {
        return new GateResult(
                gate,
                of == 0 ? Status.NOT_MEASURED : passed ? Status.PASSED : Status.FAILED,
                of == 0 ? null : measured,
                id,
                String.format(
                        Locale.ROOT,
                        "Measured %.4f on %d cases; %s %.4f is asked.",
                        measured,
                        of,
                        bound,
                        gate.limit()));
    }

    private static EvaluationId id(EvaluationReport report) {
        return report.evaluation().id();
    }
}
