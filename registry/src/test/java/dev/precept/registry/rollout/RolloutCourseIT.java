package dev.precept.registry.rollout;

import static dev.precept.registry.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutEvent;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Race;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// How rollouts go on and end: step by step, promoted, aborted, or because their alias moved.
@RegistryTest
class RolloutCourseIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private RolloutWatch watch;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void candidateThatIsSteppedUpKeepsItsItemsAndPromotionMovesTheAlias() {
        var world = world("canary-steps", 2);
        var canary =
                world.api.start(
                        "canary-steps",
                        new NewRollout(
                                null, Kind.CANARY, 2, null, null, RolloutWorld.LOOSE, "try"));
        assertThat(canary.share()).isEqualTo(1);
        var five = world.step(canary, null);
        assertThat(five.share()).isEqualTo(5);
        assertRefused(() -> world.step(canary, null), 409, "based on revision 1");
        var all = world.step(five, 100);
        assertRefused(() -> world.step(all, null), 409, "100 % is the last step");
        assertThat(world.promote(all).state()).isEqualTo(State.PROMOTED);
        assertThat(world.live()).isEqualTo(2);
        assertThat(world.api.events("canary-steps", canary.id()))
                .extracting(RolloutEvent::action, RolloutEvent::share, RolloutEvent::reason)
                .containsExactly(
                        tuple(Action.PROMOTED, 100, "good"),
                        tuple(Action.STEPPED, 100, "looks good"),
                        tuple(Action.STEPPED, 5, "looks good"),
                        tuple(Action.STARTED, 1, "try"));
        world.rollback();
        assertThat(world.live()).isEqualTo(1);
    }

    @Test
    void dueStepIsTakenOnlyWhenEnoughWasCompared() {
        var world = world("step-due", 2);
        var wish =
                new NewRollout(
                        "live",
                        Kind.SHADOW,
                        2,
                        List.of(100),
                        5,
                        new RolloutLimits(0.5, 0.5, 3),
                        null);
        assertThat(world.api.start("step-due", wish).nextStepAt()).isNull();
        var canary =
                world.api.start(
                        "step-due",
                        new NewRollout(
                                "live",
                                Kind.CANARY,
                                2,
                                List.of(60, 100),
                                5,
                                new RolloutLimits(0.5, 0.5, 3),
                                null));
        assertThat(canary.nextStepAt()).isNotNull();
        jdbc.update(
                "update rollout set next_step_at = now() - interval '1 minute' where id = ?",
                canary.id().value());
        watch.look();
        assertThat(world.now(canary).share()).isEqualTo(60);
        world.submit(30);
        world.judge(_ -> Outcome.SAFE);
        for (int look = 0; look < 500 && world.now(canary).share() == 60; look++) {
            watch.look();
        }
        assertThat(world.now(canary).share()).isEqualTo(100);
        assertThat(world.now(canary).nextStepAt()).isNull();
    }

    @Test
    void rollbackEndsCanaryAndShadowAndWhatIsLeasedFinishesUnderItsVersion() {
        var world = world("roll-back", 4);
        world.point(2);
        var canary = world.start(Kind.CANARY, 3, 100, RolloutWorld.LOOSE);
        var shadow = world.start(Kind.SHADOW, 4, 100, RolloutWorld.LOOSE);
        var held = world.submit(1).getFirst();
        var inHand = world.worker.lease("roll-back");
        assertThat(inHand).extracting(job -> job.version().number()).containsExactly(3);
        var waiting = world.submit(1).getFirst();
        world.rollback();
        assertThat(List.of(world.now(canary), world.now(shadow)))
                .extracting(Rollout::state)
                .containsOnly(State.ENDED);
        assertThat(world.worker.judge(inHand, Outcome.SAFE)).isEqualTo(1);
        assertThat(world.judgedBy(held)).containsExactly(3);
        world.judge(_ -> Outcome.SAFE);
        assertThat(world.judgedBy(waiting)).containsExactly(1);
        assertThat(world.api.events("roll-back", canary.id()).getFirst().action())
                .isEqualTo(Action.ROLLED_BACK);
    }

    @Test
    void abortTakesBackTheComparisonsThatWait() {
        var world = world("abort", 2);
        var shadow = world.start(Kind.SHADOW, 2, 100, RolloutWorld.LOOSE);
        world.submit(5);
        world.worker.judge(world.worker.lease("abort"), Outcome.SAFE);
        assertThat(waiting(shadow)).isEqualTo(5);
        var action = new RolloutAction("enough");
        assertThat(world.api.abort("abort", shadow.id(), action).state()).isEqualTo(State.ABORTED);
        assertThat(world.api.abort("abort", shadow.id(), action).state()).isEqualTo(State.ABORTED);
        for (int look = 0; look < 500 && waiting(shadow) > 0; look++) {
            watch.look();
        }
        assertThat(waiting(shadow)).isZero();
        assertRefused(() -> world.promote(world.now(shadow)), 409, "ABORTED, not RUNNING");
    }

    @Test
    void ofTwoActivationsAtOnceBothHappenInOneOrderAndTheRolloutEndsOnce() throws Exception {
        var world = world("race-rollout", 3);
        var canary = world.start(Kind.CANARY, 2, 50, RolloutWorld.LOOSE);
        assertThat(
                        Race.of(
                                List.of(
                                        () -> world.promote(canary),
                                        Executors.callable(() -> world.point(3)))))
                .contains(Race.DONE);
        var ended = world.now(canary);
        assertThat(ended.open()).isFalse();
        assertThat(world.live()).isIn(2, 3);
        assertThat(world.api.events("race-rollout", canary.id())).hasSize(2);
        assertThat(
                        Race.of(
                                List.of(
                                        () -> world.start(Kind.CANARY, 1, 5, RolloutWorld.LOOSE),
                                        () -> world.start(Kind.CANARY, 1, 7, RolloutWorld.LOOSE))))
                .containsExactlyInAnyOrder(Race.DONE, "409");
    }

    @Test
    void aliasThatIsMovedPastTheApplicationHasNoCanaryAndItsRolloutEnds() {
        var world = world("direct-move", 3);
        var canary = world.start(Kind.CANARY, 2, 100, RolloutWorld.LOOSE);
        jdbc.update("update policy_alias set number = 3 where slug = 'direct-move'");
        var item = world.submit(1).getFirst();
        world.judge(_ -> Outcome.SAFE);
        assertThat(world.judgedBy(item)).containsExactly(3);
        assertThat(world.untilItStops(watch, canary).state()).isEqualTo(State.ENDED);
    }

    private int waiting(Rollout rollout) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select count(*) from job where batch_id = ? and status = 'QUEUED'",
                        Integer.class,
                        rollout.id().value()));
    }

    private RolloutWorld world(String slug, int versions) {
        return new RolloutWorld(clients, policies, slug, versions);
    }
}
