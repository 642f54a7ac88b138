package dev.precept.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// Worker and registry are killed in the middle of an evaluation, and each case is judged once.
class EvaluationSurvivalIT {

    private static final int CASES = 5_000;
    private static final String SLUG = "garden-hours";

    private final RunningQuickstart quickstart = RunningQuickstart.shared();

    @Test
    void everyCaseIsJudgedOnceThoughWorkerAndRegistryAreKilled() throws Exception {
        var author = quickstart.clients("policy-author");
        int version = draft(author);
        var evaluations = author.createClient(EvaluationApi.class);
        var id =
                evaluations
                        .start(
                                SLUG,
                                new NewEvaluation(version, new EvaluationSource.Golden(null, null)))
                        .id();
        awaitJudged(evaluations, id, 200);

        quickstart.application("worker").destroyForcibly();
        awaitJudged(evaluations, id, CASES / 3);
        quickstart.application("registry").destroyForcibly();
        awaitJudged(evaluations, id, CASES);

        RunningQuickstart.await(
                "the end of the run",
                () -> evaluations.get(id).state() == Evaluation.State.COMPLETED);
        var report = evaluations.report(id);
        assertThat(report.evaluation().progress())
                .isEqualTo(new Evaluation.Progress(CASES, CASES, 0));
        assertThat(report.matrix().stream().mapToInt(EvaluationReport.Cell::cases).sum())
                .isEqualTo(CASES);
        assertThat(verdicts()).isEqualTo(CASES);
    }

    private static int draft(HttpServiceProxyFactory author) {
        var policies = author.createClient(PolicyApi.class);
        policies.create(new NewPolicy(SLUG, "Garden hours", "Hours of gardens.", "Forum"));
        var cases =
                IntStream.range(0, CASES)
                        .mapToObj(number ->
                                new NewGoldenCase(
                                        new Message(
                                                "The garden opens at %d o'clock, bring water"
                                                        .formatted(number)),
                                        new GoldenExpectation(Outcome.SAFE, null, null),
                                        null))
                        .toList();
        author.createClient(GoldenSetApi.class).importCases(SLUG, new GoldenImport("hand", cases));
        var text = policies.version("spam", 1).text();
        return policies.draft(SLUG, new NewDraft(text)).summary().number();
    }

    private static void awaitJudged(EvaluationApi evaluations, EvaluationId id, int atLeast) {
        RunningQuickstart.await(
                atLeast + " judged cases",
                () -> {
                    try {
                        return evaluations.get(id).progress().judged() >= atLeast;
                    } catch (RestClientException restarting) {
                        return false;
                    }
                });
    }

    /// Counted in the database: a verdict too many would show in no report.
    private int verdicts() throws IOException, SQLException {
        try (var connection = quickstart.database();
                var query =
                        connection.prepareStatement(
                                "select count(*) from verdict where policy_slug = ?")) {
            query.setString(1, SLUG);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
