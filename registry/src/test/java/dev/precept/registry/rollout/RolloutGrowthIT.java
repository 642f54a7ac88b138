package dev.precept.registry.rollout;

import static dev.precept.registry.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.contracts.rollout.RolloutEvent;
import dev.precept.contracts.rollout.RolloutStep;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Whenever a candidate is to answer more of `live`, gates and rules are asked again.
@RegistryTest
class RolloutGrowthIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private RolloutWatch watch;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void whoWroteTheCandidateStepsNobodyElsesCanaryUp() {
        var world = world("grow-writer");
        var canary = start(world, 5, 25);
        clients.api(ChangeRequestApi.class, "cleo", Role.POLICY_APPROVER)
                .setRules(
                        world.slug,
                        "0",
                        new ApprovalRulesEdit(
                                1,
                                List.of(),
                                Set.of(
                                        Demand.AUTHOR_MAY_NOT_APPROVE,
                                        Demand.WRITERS_MAY_NOT_ACTIVATE)));
        var writer = clients.api(RolloutApi.class, "ava", Role.POLICY_ACTIVATOR);
        for (Integer share : new Integer[] {null, 100}) {
            assertRefused(
                    () ->
                            writer.step(
                                    world.slug,
                                    canary.id(),
                                    RolloutWorld.revision(canary),
                                    new RolloutStep(share, "")),
                    403,
                    "ava wrote on version 2");
        }
        assertThat(
                        writer.step(
                                        world.slug,
                                        canary.id(),
                                        RolloutWorld.revision(canary),
                                        new RolloutStep(1, "less"))
                                .share())
                .isEqualTo(1);
        assertThat(world.step(world.now(canary), 100).share()).isEqualTo(100);
    }

    @Test
    void gatesThatCloseLaterHoldAStepUpButNoneDown() {
        var world = world("grow-gates");
        var canary = start(world, 5, 25);
        close(world);
        assertRefused(() -> world.step(canary, 25), 409, "passes 0 of 1 gates");
        assertThat(world.step(canary, 2).share()).isEqualTo(2);
        var shadow = world.start(Kind.SHADOW, 2, 5, RolloutWorld.LOOSE);
        assertThat(world.step(shadow, 90).share()).isEqualTo(90);
    }

    @Test
    void stepThatIsDueAndRefusedHaltsTheRolloutWithTheReason() {
        var world = world("grow-due");
        var canary = start(world, 99, 100);
        world.submit(8);
        world.judge(_ -> Outcome.SAFE);
        close(world);
        jdbc.update("update rollout set next_step_at = now() where slug = ?", world.slug);
        assertThat(world.untilItStops(watch, canary).state()).isEqualTo(State.HALTED);
        assertThat(world.api.events(world.slug, canary.id()).getFirst())
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo(RolloutEvent.Action.HALTED);
                    assertThat(event.actor()).isEqualTo("precept");
                    assertThat(event.reason())
                            .startsWith("The step to 100 % was refused. Version 2 passes 0 of 1")
                            .contains("RECALL");
                });
        assertRefused(() -> world.resume(world.now(canary)), 409, "passes 0 of 1 gates");
    }

    private static Rollout start(RolloutWorld world, Integer... steps) {
        return world.api.start(
                world.slug,
                new NewRollout(
                        "live", Kind.CANARY, 2, List.of(steps), 60, RolloutWorld.LOOSE, "try it"));
    }

    private void close(RolloutWorld world) {
        clients.api(EvaluationApi.class, "cleo", Role.POLICY_APPROVER)
                .setGates(world.slug, "0", new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.95))));
    }

    private RolloutWorld world(String slug) {
        return new RolloutWorld(clients, policies, slug, 2);
    }
}
