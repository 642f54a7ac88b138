package dev.precept.registry.rollout;

import static dev.precept.registry.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.Role;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.FakeWorker.Leased;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rollouts that halt by themselves.
@RegistryTest
class RolloutHaltIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private RolloutWatch watch;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void canaryThatDisagreesTooOftenHaltsByItselfWithFiguresAndGivesTrafficBack() {
        var world = world("halt-differs", 2);
        var canary = world.start(Kind.CANARY, 2, 100, new RolloutLimits(0.05, 0.1, 20));
        world.submit(3);
        world.judge(this::candidateViolates);
        watch.look();
        assertThat(world.now(canary).state()).isEqualTo(State.RUNNING);
        world.submit(20);
        world.judge(this::candidateViolates);
        assertThat(world.untilItStops(watch, canary).state()).isEqualTo(State.HALTED);
        var event = world.api.events("halt-differs", canary.id()).getFirst();
        assertThat(event.actor()).isEqualTo("precept");
        assertThat(event.reason()).startsWith("23 of 23 disagree: 100.0 %");
        assertThat(ledger("halt-differs")).contains("policy.rollout.halted");
        assertThat(clients.api(MeApi.class, "ben", Role.POLICY_ACTIVATOR).inbox().matters())
                .filteredOn(matter -> matter.slug().equals("halt-differs"))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.kind()).isEqualTo(Matter.Kind.ROLLOUT_HALTED);
                    assertThat(matter.version()).isEqualTo(2);
                    assertThat(matter.detail())
                            .isEqualTo(
                                    "The canary at live was halted by itself. " + event.reason());
                });
        var after = world.submit(2);
        world.judge(_ -> Outcome.SAFE);
        assertThat(after).allSatisfy(item -> assertThat(world.judgedBy(item)).containsExactly(1));
        assertRefused(() -> world.promote(world.now(canary)), 409, "HALTED, not RUNNING");
        var again = world.resume(world.now(canary));
        watch.look();
        assertThat(world.now(again).state()).isEqualTo(State.RUNNING);
        var next = world.submit(1);
        world.judge(_ -> Outcome.SAFE);
        assertThat(world.judgedBy(next.getFirst())).containsExactly(2);
    }

    @Test
    void candidateThatIsOftenUndeterminedHaltsBeforeAnythingIsCompared() {
        var world = world("halt-unsure", 2);
        var canary = world.start(Kind.CANARY, 2, 100, new RolloutLimits(1, 0.1, 20));
        world.submit(25);
        world.worker.judge(world.worker.lease("halt-unsure"), Outcome.UNDETERMINED);
        assertThat(world.untilItStops(watch, canary).state()).isEqualTo(State.HALTED);
        assertThat(world.api.events("halt-unsure", canary.id()).getFirst().reason())
                .startsWith("25 of 25 are UNDETERMINED");
    }

    private Outcome candidateViolates(Leased job) {
        return job.version().number() == 2 ? Outcome.VIOLATES : Outcome.SAFE;
    }

    private List<@Nullable String> ledger(String slug) {
        return jdbc.queryForList(
                "select type from ledger_entry where subject = ?", String.class, "policy:" + slug);
    }

    private RolloutWorld world(String slug, int versions) {
        return new RolloutWorld(clients, policies, slug, versions);
    }
}
