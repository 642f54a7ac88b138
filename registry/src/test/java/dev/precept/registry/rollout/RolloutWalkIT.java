package dev.precept.registry.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

/// Walks at random through what people and the clock can do to the rollouts of one alias, and looks
/// after each step whether what must always hold does. `-Dprecept.walk.seed=` repeats a walk.
@RegistryTest
class RolloutWalkIT {

    private static final int STEPS = 40;
    private static final int VERSIONS = 3;

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private RolloutWatch watch;
    @Autowired private JdbcTemplate jdbc;

    static List<Long> seeds() {
        var asked = Long.getLong("precept.walk.seed");
        return asked != null ? List.of(asked) : new Random().longs(3).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsDoneAnItemsVersionFollowsFromItsHashAndTheShare(long seed) {
        var random = new Random(seed);
        var world =
                new RolloutWorld(
                        clients, policies, "walk-" + Long.toString(seed & 0xffffffL, 36), VERSIONS);
        for (int step = 0; step < STEPS; step++) {
            var said = "seed %d, step %d".formatted(seed, step);
            boolean known = act(world, random);
            assertThat(known).as(said).isTrue();
            hold(world, said);
        }
    }

    /// @return whether it was done, or refused as the rules say
    private boolean act(RolloutWorld world, RandomGenerator random) {
        var all = world.api.list(world.slug, null).items();
        int version = 1 + random.nextInt(VERSIONS);
        try {
            if (all.isEmpty()) {
                world.start(kind(random), version, 1 + random.nextInt(100), limits(random));
                return true;
            }
            var one = all.get(random.nextInt(Math.min(3, all.size())));
            switch (random.nextInt(10)) {
                case 0 ->
                        world.start(kind(random), version, 1 + random.nextInt(100), limits(random));
                case 1 -> world.point(version);
                case 2 -> world.rollback();
                case 3, 4 -> world.step(one, 1 + random.nextInt(100));
                case 5 -> world.api.halt(world.slug, one.id(), new RolloutAction("wait"));
                case 6 -> world.resume(one);
                case 7 -> world.promote(one);
                case 8 -> world.api.abort(world.slug, one.id(), new RolloutAction("no"));
                case 9 -> watch.look();
                default -> throw new IllegalStateException("no such action");
            }
            return true;
        } catch (HttpClientErrorException refused) {
            int status = refused.getStatusCode().value();
            return status == 409 || status == 422;
        }
    }

    private void hold(RolloutWorld world, String said) {
        var live = world.live();
        var items = List.<ItemId>of();
        List<Rollout> before;
        List<Rollout> open = open(world);
        do {
            before = open;
            items = world.submit(3);
            world.worker.judge(
                    world.worker.lease(world.slug),
                    job -> job.version().number() == live ? Outcome.SAFE : Outcome.UNDETERMINED);
            open = open(world);
        } while (!revisions(open).equals(revisions(before)));
        var canary =
                open.stream()
                        .filter(one -> one.kind() == Kind.CANARY && one.state() == State.RUNNING)
                        .findFirst();
        for (var item : items) {
            int expected =
                    canary.filter(one -> Bucket.of(item, world.slug, "live") < one.share() * 100)
                            .map(Rollout::candidate)
                            .orElse(live);
            assertThat(world.judgedBy(item)).as(said).containsExactly(expected);
        }
        assertThat(open).as(said).allMatch(one -> one.stable() == live);
        assertThat(open.stream().map(Rollout::kind).distinct().count())
                .as(said)
                .isEqualTo(open.size());
        assertThat(
                        jdbc.queryForList(
                                """
                                select distinct v.status from policy_version v
                                  join job j on j.policy_slug = v.slug and j.policy_number = v.number
                                 where v.slug = ?
                                """,
                                String.class,
                                world.slug))
                .as(said)
                .containsExactly("APPROVED");
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from review_case c join verdict v on v.id ="
                                        + " c.verdict_id where v.shadow and v.policy_slug = ?",
                                Integer.class,
                                world.slug))
                .as(said)
                .isZero();
    }

    private static List<Rollout> open(RolloutWorld world) {
        var open = world.api.open(world.slug);
        assertThat(open)
                .isEqualTo(
                        world.api.list(world.slug, null).items().stream()
                                .filter(Rollout::open)
                                .toList());
        return open;
    }

    /// The registry itself may halt one at any moment.
    private static List<Integer> revisions(List<Rollout> rollouts) {
        return rollouts.stream().map(Rollout::revision).toList();
    }

    private static Kind kind(RandomGenerator random) {
        return random.nextBoolean() ? Kind.CANARY : Kind.SHADOW;
    }

    private static RolloutLimits limits(RandomGenerator random) {
        return random.nextInt(3) == 0 ? new RolloutLimits(0.05, 0.1, 5) : RolloutWorld.LOOSE;
    }
}
