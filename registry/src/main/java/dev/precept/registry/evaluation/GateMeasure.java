package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateResult.Status;
import java.util.Locale;
import java.util.Optional;

/// Holds a figure against a gate.
final class GateMeasure {

    private static final int LEAST_REPLAY = 100;

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

    static GateResult unreadable(Gate gate) {
        return new GateResult(
                gate,
                Status.NOT_MEASURED,
                null,
                null,
                "The draft has errors: mend what the linter finds, then run it.");
    }

    /// A run that opens no gate.
    ///
    /// @param why and what to do about it
    static GateResult unfit(Gate gate, Evaluation run, String why) {
        return new GateResult(gate, Status.NOT_MEASURED, null, run.id(), why);
    }

    /// A handful of chosen items shows nothing. Where fewer have been judged, all of them are
    /// enough; the items of an earlier run may be fewer than there are by now.
    ///
    /// @return why a replay is too small for a gate, if it is
    static Optional<String> tooSmall(Evaluation run, EvaluationSource.Replay replay) {
        int cases = run.progress().cases();
        boolean allThereAre =
                run.repeats() == null && replay.since() == null && cases < replay.count();
        return cases >= LEAST_REPLAY || allThereAre
                ? Optional.empty()
                : Optional.of(
                        "The newest replay has %d items; a gate asks for %d, or all that were ever judged: run one of at least %d."
                                .formatted(cases, LEAST_REPLAY, LEAST_REPLAY));
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
