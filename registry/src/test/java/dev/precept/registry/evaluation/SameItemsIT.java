package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.Evaluation.Progress;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;

/// Another version on exactly the items of an earlier replay.
@RegistryTest
class SameItemsIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private EvaluationSteps steps;

    private EvaluationApi api;
    private EvaluationReportApi again;
    private Judge judge;

    @BeforeEach
    void people() {
        api = clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR, Role.POLICY_APPROVER);
        again = clients.api(EvaluationReportApi.class, "ava", Role.POLICY_AUTHOR);
        judge = new Judge(clients);
    }

    @Test
    void otherVersionIsHeldAgainstTheSameItemsThoughMoreWereJudgedSince() {
        policies.create("same-items");
        judgedLive("same-items", 3);
        int second = draft("same-items");
        var before = finish(replay("same-items", second), Outcome.SAFE);
        judgedLive("same-items", 2);
        int third = draft("same-items");

        var now = again.repeat(before.id(), third);

        assertThat(now.policyVersion().number()).isEqualTo(third);
        assertThat(now.repeats()).isEqualTo(before.id());
        assertThat(now.source()).isEqualTo(before.source());
        assertThat(finish(now, Outcome.VIOLATES).progress()).isEqualTo(new Progress(3, 3, 0));
        var comparison = api.compare(now.id(), before.id());
        assertThat(comparison.shared()).isEqualTo(3);
        assertThat(comparison.broken()).isEqualTo(3);
        assertThat(comparison.mcNemar()).as("2 · (1/2)³").isEqualTo(0.25);
    }

    @Test
    void whatAVersionSaidItselfIsNoMeasureOfIt() {
        int first = policies.create("same-own").number();
        judgedLive("same-own", 3);
        int live = policies.approve("same-own").number();
        clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR)
                .pointAlias("same-own", "live", new AliasTarget(live));
        judgedLive("same-own", 2);
        var before = finish(replay("same-own", draft("same-own")), Outcome.SAFE);
        assertThat(before.progress().cases()).isEqualTo(5);

        assertThat(finish(again.repeat(before.id(), live), Outcome.SAFE).progress().cases())
                .as("without the two that it judged itself")
                .isEqualTo(3);
        assertThat(finish(again.repeat(before.id(), first), Outcome.SAFE).progress().cases())
                .as("without the three that it judged itself")
                .isEqualTo(2);
    }

    @Test
    void runOfWhichNothingIsLeftIsRefused() {
        int first = policies.create("same-none").number();
        judgedLive("same-none", 2);
        var before = finish(replay("same-none", draft("same-none")), Outcome.SAFE);
        assertThatThrownBy(() -> again.repeat(before.id(), first))
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("Version 1 itself judged all 2 items of the run live");
        assertThatThrownBy(() -> again.repeat(before.id(), 99))
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("unknown-policy");
    }

    @Test
    void fewItemsOfAnEarlierRunOpenNoGateThoughTheyWereAllThereWere() {
        policies.create("same-gate");
        judgedLive("same-gate", 3);
        api.setGates(
                "same-gate", "0", new GateEdit(List.of(new Gate(Gate.Kind.REPLAY_CHANGE, 0.02))));
        int second = draft("same-gate");
        var before = finish(replay("same-gate", second), Outcome.SAFE);
        assertThat(api.measured("same-gate", second).getFirst().status()).isEqualTo(Status.PASSED);
        int third = policies.approve("same-gate").number();
        finish(again.repeat(before.id(), third), Outcome.SAFE);
        assertThat(api.measured("same-gate", third))
                .singleElement()
                .satisfies(gate -> {
                    assertThat(gate.status()).isEqualTo(Status.NOT_MEASURED);
                    assertThat(gate.detail()).contains("The newest replay has 3 items");
                });
    }

    private void judgedLive(String slug, int items) {
        for (int number = 0; number < items; number++) {
            clients.as("shop", Role.SUBMITTER)
                    .post()
                    .uri("/v1/classifications")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(
                            """
                            {"policies": ["%s@live"],
                             "content": {"kind": "message", "text": "Drums of noon %d"}}
                            """
                                    .formatted(slug, number))
                    .retrieve()
                    .toBodilessEntity();
        }
        judge.all(items, slug, Outcome.SAFE, 0.9);
    }

    private Evaluation replay(String slug, int version) {
        return api.start(slug, new NewEvaluation(version, new EvaluationSource.Replay(50, null)));
    }

    private int draft(String slug) {
        return clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .draft(slug, new NewDraft(LivePolicies.TEXT))
                .summary()
                .number();
    }

    private Evaluation finish(Evaluation run, Outcome answer) {
        var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < deadline) {
            var seen = api.get(run.id());
            if (seen.state() == State.COMPLETED) {
                return seen;
            }
            steps.step(run.id());
            judge.some(run.policyVersion().slug(), answer, 0.9);
        }
        throw new AssertionError("not complete in time: " + api.get(run.id()).progress());
    }
}
