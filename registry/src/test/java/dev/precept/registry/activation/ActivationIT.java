package dev.precept.registry.activation;

import static dev.precept.registry.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.Role;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.rollout.Activation;
import dev.precept.contracts.rollout.Activation.State;
import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.NewActivation;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class ActivationIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private DueWatch watch;
    @Autowired private ActivationRows rows;
    @Autowired private ActivationDesk desk;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;

    private ActivationApi api;

    @BeforeEach
    void people() {
        api = clients.api(ActivationApi.class, "ben", Role.POLICY_ACTIVATOR);
    }

    @Test
    void aliasMovesWhenItsTimeComesAndTheTimeIsShownInTheZoneOfWhoAsked() {
        versions("later", 2);
        var at = Instant.now().plus(Duration.ofDays(1));
        var kept = schedule("later", 2, at, "Asia/Kathmandu");
        assertThat(kept.local()).endsWith("+05:45");
        watch.look();
        assertThat(live("later")).isEqualTo(1);
        comesDue("later");
        until("later", State.DONE);
        assertThat(live("later")).isEqualTo(2);
        assertThat(moves("later").getFirst())
                .satisfies(move -> {
                    assertThat(move.cause()).isEqualTo(Cause.SCHEDULED);
                    assertThat(move.movedBy()).isEqualTo("ben");
                    assertThat(move.reason()).isEqualTo("night");
                });
        assertRefused(
                () -> api.cancel("later", kept.id()), 409, "DONE; there is nothing to cancel");
    }

    @Test
    void twoRegistriesThatSeeItDueMoveTheAliasOnce() throws Exception {
        versions("later-twice", 2);
        schedule("later-twice", 2, Instant.now().plus(Duration.ofDays(1)), "UTC");
        comesDue("later-twice");
        var due = rows.page("later-twice", null).items().getFirst();
        var start = new CyclicBarrier(4);
        Callable<Boolean> perform =
                () -> {
                    start.await();
                    desk.perform(due);
                    return true;
                };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(List.of(perform, perform, perform, perform))) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(moves("later-twice")).hasSize(2);
        assertThat(ledger("later-twice", "policy.alias.moved")).isEqualTo(2);
    }

    @Test
    void gatesAreLookedAtAgainAndARefusalIsKeptAndTold() {
        versions("later-gated", 2);
        schedule("later-gated", 2, Instant.now().plus(Duration.ofDays(1)), "UTC");
        clients.api(EvaluationApi.class, "cleo", Role.POLICY_APPROVER)
                .setGates(
                        "later-gated",
                        "0",
                        new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.95))));
        comesDue("later-gated");
        var failed = until("later-gated", State.FAILED);
        assertThat(Objects.requireNonNull(failed.failure()).code()).isEqualTo("gates-closed");
        assertThat(failed.failure().detail()).contains("RECALL");
        assertThat(live("later-gated")).isEqualTo(1);
        assertThat(ledger("later-gated", "policy.activation.failed")).isEqualTo(1);
        assertThat(failures(Role.POLICY_ACTIVATOR))
                .filteredOn(matter -> matter.slug().equals("later-gated"))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.version()).isEqualTo(2);
                    assertThat(matter.detail()).startsWith("live was to move.").contains("RECALL");
                });
        assertThat(failures(Role.POLICY_AUTHOR)).isEmpty();
        schedule("later-gated", 2, Instant.now().plus(Duration.ofDays(1)), "UTC");
        assertThat(failures(Role.POLICY_ACTIVATOR))
                .extracting(Matter::slug)
                .doesNotContain("later-gated");
    }

    private List<Matter> failures(Role role) {
        return clients.api(MeApi.class, "ben", role).inbox().matters().stream()
                .filter(matter -> matter.kind() == Matter.Kind.ACTIVATION_FAILED)
                .toList();
    }

    @Test
    void cancelledOneNeverHappens() {
        versions("later-never", 2);
        var kept = schedule("later-never", 2, Instant.now().plus(Duration.ofDays(1)), "UTC");
        assertThat(api.cancel("later-never", kept.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(api.cancel("later-never", kept.id()).endedBy()).isEqualTo("ben");
        desk.perform(kept);
        assertThat(live("later-never")).isEqualTo(1);
        assertThatThrownBy(() ->
                        jdbc.update(
                                "update scheduled_activation set state = 'PENDING', ended_at = null"
                                        + " where slug = 'later-never'"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("ends once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-60    | UTC           | 2 | is past",
                "0      | Europe/Berlin | 2 | in Europe/Berlin",
                "999999 | UTC           | 2 | more than 366 days ahead",
                "60     | Mars/Olympus  | 2 | no time zone 'Mars/Olympus'",
                "60     | UTC           | 7 | has no version 7",
                "60     | UTC           | 0 | Version 0 cannot be"
            })
    void wishThatCannotBeIsRefusedWithWhatWouldDo(
            int minutes, String zone, int version, String said) {
        var slug = "later-wish" + Math.abs(said.hashCode());
        versions(slug, 2);
        var at = Instant.now().plus(Duration.ofMinutes(minutes));
        assertRefused(() -> schedule(slug, version, at, zone), 422, said);
        assertThat(api.list(slug, null).items()).isEmpty();
    }

    @Test
    void sameInstantTwiceAndOtherRolesAreRefused() {
        versions("later-same", 2);
        var at = Instant.now().plus(Duration.ofDays(2));
        schedule("later-same", 2, at, "UTC");
        assertRefused(() -> schedule("later-same", 2, at, "UTC"), 409, "to move at");
        var author = clients.api(ActivationApi.class, "ava", Role.POLICY_AUTHOR);
        assertRefused(
                () ->
                        author.schedule(
                                "later-same", new NewActivation("live", 2, at, "UTC", "night")),
                403,
                "");
        assertThat(author.list("later-same", null).items()).hasSize(1);
    }

    private void versions(String slug, int count) {
        policies.create(slug);
        for (int number = 2; number <= count; number++) {
            policies.approve(slug);
        }
    }

    private Activation schedule(String slug, int version, Instant at, String zone) {
        return api.schedule(slug, new NewActivation("live", version, at, zone, "night"));
    }

    /// Time passes: the row is what it would be then, written past the guard of its columns.
    private void comesDue(String slug) {
        owner.past(
                "scheduled_activation_guard",
                "scheduled_activation",
                "update scheduled_activation set at = now(), created_at = now() - interval '1 day'"
                        + " where slug = ?",
                slug);
    }

    private Activation until(String slug, State state) {
        var found = new ArrayList<Activation>();
        for (int look = 0; look < 500; look++) {
            watch.look();
            found.add(api.list(slug, null).items().getFirst());
            if (found.getLast().state() == state) {
                break;
            }
        }
        assertThat(found.getLast().state()).isEqualTo(state);
        return found.getLast();
    }

    private int live(String slug) {
        return clients.api(AliasApi.class, "ben", Role.POLICY_ACTIVATOR)
                .aliases(slug)
                .getFirst()
                .number();
    }

    private List<AliasMove> moves(String slug) {
        return clients.api(AliasApi.class, "ben", Role.POLICY_ACTIVATOR)
                .moves(slug, "live", null)
                .items();
    }

    private @Nullable Integer ledger(String slug, String type) {
        return jdbc.queryForObject(
                "select count(*) from ledger_entry where subject = ? and type = ?",
                Integer.class,
                "policy:" + slug,
                type);
    }
}
