package dev.precept.console.testing;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationCase;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationReport.Cell;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.evaluation.Scores;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Figures and flips that look like real ones.
public final class Measured {

    private Measured() {}

    /// Of 200 cases, 100 of them violating.
    public static EvaluationReport report(Evaluation run) {
        return new EvaluationReport(
                run,
                List.of(Samples.MODEL),
                run.progress().judged() == 0
                        ? List.of()
                        : List.of(
                                new Cell(Outcome.VIOLATES, Outcome.VIOLATES, 88),
                                new Cell(Outcome.VIOLATES, Outcome.SAFE, 12),
                                new Cell(Outcome.SAFE, Outcome.SAFE, 95),
                                new Cell(Outcome.SAFE, Outcome.VIOLATES, 5)),
                new Interval(0.915, 0.868, 0.946, 200),
                scores(0.946, 0.88),
                Map.of("spam", scores(0.946, 0.88)),
                Map.of("SP1", scores(0.97, 0.91), "SP2", scores(0.5, 0.6)),
                Map.of("en", scores(0.95, 0.9), "und", scores(0.8, 0.7)),
                new EvaluationReport.Protection(20, 1),
                new EvaluationReport.Cost(123_456, 84.2, 61.5),
                new EvaluationReport.Reasoning(
                        new EvaluationReport.Lengths(
                                183, 310.4, 280, 610, 990, List.of(10, 60, 80, 33, 0, 0, 0)),
                        new EvaluationReport.Lengths(
                                17, 640.2, 600, 1_204, 1_204, List.of(0, 2, 5, 8, 2, 0, 0))));
    }

    private static Scores scores(double precision, double recall) {
        return new Scores(88, 5, 12, 95, around(precision), around(recall), around(recall));
    }

    private static Interval around(double value) {
        return new Interval(value, value - 0.06, value + 0.03, 100);
    }

    /// The second case is protected.
    ///
    /// @param said null if the case failed
    public static EvaluationCase judged(
            int position, Outcome expected, @Nullable Outcome said, @Nullable String language) {
        return new EvaluationCase(
                position,
                Samples.content(),
                expectation(expected),
                position == 2,
                language,
                said == null
                        ? EvaluationCase.Result.FAILED
                        : said == expected
                                ? EvaluationCase.Result.RIGHT
                                : EvaluationCase.Result.WRONG,
                said == null ? null : Samples.verdict(said),
                240,
                1.5);
    }

    private static GoldenExpectation expectation(Outcome expected) {
        return new GoldenExpectation(expected, null, expected == Outcome.VIOLATES ? "SP2" : null);
    }

    public static Flip flip(int position, Outcome expected, Outcome was, Outcome is) {
        return new Flip(
                position,
                Samples.content(),
                expectation(expected),
                position == 1,
                Samples.verdict(was),
                Samples.verdict(is));
    }
}
