package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class ExpectedRulesIT {

    private static final String RENAMED =
            LivePolicies.TEXT
                    .replace("**NO2**", "**NO3**")
                    .replace("[NO2]", "[NO3]")
                    .replace("VIOLATES NO2", "VIOLATES NO3")
                    .replace("effort: low", "replaced:\n  NO2: NO3\n  NO7: none, because unused");

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private EvaluationSteps steps;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void goldenCaseExpectsTheRuleThatStandsForItsOwnInALaterVersion() {
        policies.create("expected");
        golden("Run, neighbours!", "NO2");
        golden("Drums at midnight!", "NO1");
        golden("Whatever this was", "NO7");
        policies.approve("expected", RENAMED);
        assertThat(expected(1)).containsExactly("NO2", "NO1", "NO7");
        assertThat(expected(2)).containsExactly("NO3", "NO1", null);
        assertThat(expected(1)).containsExactly("NO2", "NO1", "NO7");
    }

    private List<@Nullable String> expected(int version) {
        var run =
                clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR)
                        .start(
                                "expected",
                                new NewEvaluation(
                                        version, new EvaluationSource.Golden(null, null)));
        steps.step(run.id());
        return jdbc.queryForList(
                "select expected_rule from evaluation_case where evaluation_id = ? order by"
                        + " position",
                String.class,
                run.id().value());
    }

    private void golden(String text, String rule) {
        clients.api(GoldenSetApi.class, "lea", Role.REVIEW_LEAD)
                .importCases(
                        "expected",
                        new GoldenImport(
                                "hand",
                                List.of(
                                        new NewGoldenCase(
                                                new Message(text, null),
                                                new GoldenExpectation(Outcome.VIOLATES, null, rule),
                                                null))));
    }
}
