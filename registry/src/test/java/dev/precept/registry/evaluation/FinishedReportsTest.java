package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.policy.PolicyVersionRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FinishedReportsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final FinishedReports reports = new FinishedReports();
    private int counted;

    @Test
    void aCompletedRunIsCountedOnce() {
        var run = run(State.COMPLETED);
        assertThat(reports.of(run, this::count)).isSameAs(reports.of(run, this::count));
        assertThat(counted).isEqualTo(1);
    }

    @Test
    void aRunThatMayStillChangeIsCountedEachTime() {
        for (var state : List.of(State.PREPARING, State.RUNNING, State.CANCELLED)) {
            var run = run(state);
            reports.of(run, this::count);
            reports.of(run, this::count);
        }
        assertThat(counted).isEqualTo(6);
    }

    @Test
    void whatNobodyAskedForLongestIsForgottenFirst() {
        var first = run(State.COMPLETED);
        var second = run(State.COMPLETED);
        reports.of(first, this::count);
        reports.of(second, this::count);
        for (int others = 0; others < FinishedReports.KEPT - 1; others++) {
            reports.of(first, this::count);
            reports.of(run(State.COMPLETED), this::count);
        }
        counted = 0;
        reports.of(first, this::count);
        assertThat(counted).isZero();
        reports.of(second, this::count);
        assertThat(counted).isEqualTo(1);
    }

    private EvaluationReport count(Evaluation run) {
        counted++;
        var none = Statistics.share(0, 0);
        return new EvaluationReport(
                run,
                List.of(),
                List.of(),
                none,
                new dev.precept.contracts.evaluation.Scores(0, 0, 0, 0, none, none, none),
                Map.of(),
                Map.of(),
                Map.of(),
                new EvaluationReport.Protection(0, 0),
                new EvaluationReport.Cost(0, 0, 0));
    }

    private static Evaluation run(State state) {
        return new Evaluation(
                new EvaluationId(UUID.randomUUID()),
                new PolicyVersionRef("spam", 1, "ab".repeat(32)),
                new EvaluationSource.Golden(1, "cd".repeat(32)),
                state,
                new Evaluation.Progress(10, 10, 0),
                "ava",
                NOW,
                NOW);
    }
}
