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
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.rollout.BreakGlass;
import dev.precept.contracts.rollout.BreakGlass.End;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.BreakGlassReview;
import dev.precept.contracts.rollout.NewBreakGlass;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class BreakGlassIT {

    private static final String WHY = "A wave of spam; the new rule must hold tonight.";

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private DueWatch watch;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;

    @Test
    void activationPastClosedGatesIsLoudAndStaysWhenAnotherAccepts() {
        gated("glass-accept");
        assertRefused(() -> point("glass-accept", 2), 409, "gates");
        var glass = breakIt("glass-accept");
        assertThat(glass.closed()).contains("RECALL");
        assertThat(live("glass-accept")).isEqualTo(2);
        assertThat(alias("ben").moves("glass-accept", "live", null).items().getFirst().cause())
                .isEqualTo(Cause.BREAK_GLASS);
        assertThat(ledger("glass-accept")).contains("policy.break-glass.used");
        assertThat(owed("cleo")).contains("glass-accept");
        assertThat(owed("ben")).doesNotContain("glass-accept");
        var accepted =
                glass("cleo").review("glass-accept", glass.id(), new BreakGlassReview(true, "ok"));
        assertThat(accepted.end()).isEqualTo(End.ACCEPTED);
        assertThat(owed("cleo")).doesNotContain("glass-accept");
        assertThat(Objects.requireNonNull(accepted.review()).by()).isEqualTo("cleo");
        expire("glass-accept");
        assertThat(live("glass-accept")).isEqualTo(2);
        assertRefused(
                () ->
                        glass("dan")
                                .review(
                                        "glass-accept",
                                        glass.id(),
                                        new BreakGlassReview(false, "no")),
                409,
                "reviewed by cleo");
    }

    private List<String> owed(String approver) {
        return clients.api(MeApi.class, approver, Role.POLICY_APPROVER).inbox().matters().stream()
                .filter(matter -> matter.kind() == Matter.Kind.BREAK_GLASS_UNREVIEWED)
                .filter(matter -> matter.detail().endsWith(WHY))
                .map(Matter::slug)
                .toList();
    }

    @Test
    void withoutAReviewInTimeTheAliasFallsBackAndTheReviewStaysOwed() {
        gated("glass-expire");
        var glass = breakIt("glass-expire");
        expire("glass-expire");
        for (int look = 0; look < 500 && live("glass-expire") == 2; look++) {
            watch.look();
        }
        assertThat(live("glass-expire")).isEqualTo(1);
        assertThat(only("glass-expire").end()).isEqualTo(End.EXPIRED);
        assertThat(only("glass-expire").review()).isNull();
        assertThat(ledger("glass-expire")).contains("policy.break-glass.expired");
        var late =
                glass("cleo")
                        .review("glass-expire", glass.id(), new BreakGlassReview(true, "fine"));
        assertThat(late.end()).isEqualTo(End.EXPIRED);
        assertThat(live("glass-expire")).isEqualTo(1);
    }

    @Test
    void rejectionSendsTheAliasBackAtOnceAndARollbackLeavesTheReviewOwed() {
        gated("glass-reject");
        policies.approve("glass-reject");
        var first = breakIt("glass-reject");
        glass("cleo").review("glass-reject", first.id(), new BreakGlassReview(false, "too rash"));
        assertThat(live("glass-reject")).isEqualTo(1);
        breakIt("glass-reject", 3);
        alias("ben").rollback("glass-reject", "live", new AliasRollback(null, "calm again"));
        assertThat(glass("ben").list("glass-reject", null).items().getFirst().end())
                .isEqualTo(End.LEFT);
        assertThat(glass("ben").list("glass-reject", null).items().getFirst().review()).isNull();
    }

    @Test
    void reviewThatIsOwedOrRejectedKeepsFromBreakingMore() {
        gated("glass-binds");
        policies.approve("glass-binds");
        var first = breakIt("glass-binds");
        alias("ben").rollback("glass-binds", "live", new AliasRollback(null, "calm again"));
        for (int version : new int[] {2, 3}) {
            assertRefused(
                    () -> breakIt("glass-binds", version), 409, "ben went past the gates of live");
        }
        assertThatThrownBy(() -> insertGlass("glass-binds", 3))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is owed");
        glass("cleo").review("glass-binds", first.id(), new BreakGlassReview(false, "too rash"));
        assertRefused(() -> breakIt("glass-binds", 2), 409, "cleo reviewed version 2");
        assertThatThrownBy(() -> insertGlass("glass-binds", 2))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("rejected");
        assertThat(breakIt("glass-binds", 3).to()).isEqualTo(3);
    }

    private void insertGlass(String slug, int to) {
        jdbc.update(
                """
                insert into break_glass (id, slug, alias, from_number, to_number, reason, closed,
                                         broken_by, broken_at, expires_at)
                values (gen_random_uuid(), ?, 'live', 1, ?, ?, 'RECALL', 'ben', now(),
                        now() + interval '1 hour')
                """,
                slug,
                to,
                WHY);
    }

    @ParameterizedTest
    @CsvSource({"owed, , 1", "refused, false, 1", "accepted, true, 2"})
    void wayBackLeadsPastTheGatesOnlyWhereAReviewAcceptedIt(
            String said, @Nullable Boolean accepted, int expected) {
        var slug = "glass-back-" + said;
        gated(slug);
        policies.approve(slug);
        var glass = breakIt(slug);
        gates("cleo").setGates(slug, "1", new GateEdit(List.of()));
        point(slug, 3);
        assertThat(only(slug).end()).isEqualTo(End.LEFT);
        if (accepted != null) {
            glass("cleo").review(slug, glass.id(), new BreakGlassReview(accepted, "seen"));
        }
        gates("cleo").setGates(slug, "2", new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.95))));
        assertThat(alias("ben").aliases(slug).getFirst().previous()).isEqualTo(expected);
        if (expected == 1) {
            assertThatThrownBy(() ->
                            jdbc.update(
                                    "update policy_alias set number = 2, cause = 'ROLLED_BACK'"
                                            + " where slug = ?",
                                    slug))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never stood");
        }
        assertThat(alias("ben").rollback(slug, "live", new AliasRollback(3, "worse")).number())
                .isEqualTo(expected);
        assertThat(alias("ben").aliases(slug).getFirst().previous())
                .isEqualTo(expected == 1 ? null : Integer.valueOf(1));
    }

    @Test
    void wayBackFromWhereTheGlassWasLeftToDoesNotStandStill() {
        gated("glass-return");
        gates("cleo").setGates("glass-return", "1", new GateEdit(List.of()));
        policies.approve("glass-return");
        point("glass-return", 3);
        point("glass-return", 1);
        gates("cleo")
                .setGates(
                        "glass-return",
                        "2",
                        new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.95))));
        breakIt("glass-return");
        gates("cleo").setGates("glass-return", "3", new GateEdit(List.of()));
        point("glass-return", 1);
        assertThat(
                        alias("ben")
                                .rollback("glass-return", "live", new AliasRollback(1, "worse"))
                                .number())
                .isEqualTo(3);
    }

    @Test
    void whoBrokeTheGlassNeverReviewsItNotEvenBySql() {
        gated("glass-eyes");
        var glass = breakIt("glass-eyes");
        assertRefused(
                () ->
                        glass("ben")
                                .review("glass-eyes", glass.id(), new BreakGlassReview(true, "ok")),
                403,
                "another person");
        for (var statement :
                List.of(
                        "update break_glass set accepted = true, reviewed_by = 'ben', reviewed_at = now()",
                        "update break_glass set expires_at = expires_at + interval '1 year'",
                        "update break_glass set ended = 'ACCEPTED', ended_at = now()",
                        "delete from break_glass")) {
            assertThatThrownBy(() -> jdbc.update(statement + " where slug = 'glass-eyes'"))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() ->
                        jdbc.update(
                                "update policy_alias set number = 1, cause = 'BREAK_GLASS'"
                                        + " where slug = 'glass-eyes'"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("open break-glass");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 169})
    void timeThatIsNoneOrTooLongIsRefused(int hours) {
        gated("glass-hours" + (hours + 2));
        assertRefused(
                () ->
                        glass("ben")
                                .breakGlass(
                                        "glass-hours" + (hours + 2),
                                        "live",
                                        new NewBreakGlass(2, WHY, hours)),
                422,
                "give 1 to 168");
    }

    @Test
    void openGatesShortReasonsOtherAliasesAndUnapprovedVersionsAreRefused() {
        policies.create("glass-open");
        policies.approve("glass-open");
        assertRefused(() -> breakIt("glass-open"), 409, "No gate is closed");
        gated("glass-wrong");
        assertRefused(
                () ->
                        glass("ben")
                                .breakGlass("glass-wrong", "live", new NewBreakGlass(2, "now!", 1)),
                422,
                "give 10 to");
        assertRefused(
                () -> glass("ben").breakGlass("glass-wrong", "dusk", new NewBreakGlass(2, WHY, 1)),
                422,
                "live only");
        assertRefused(
                () -> glass("ben").breakGlass("glass-wrong", "live", new NewBreakGlass(9, WHY, 1)),
                422,
                "no version 9");
        assertRefused(
                () -> glass("cleo").breakGlass("glass-wrong", "live", new NewBreakGlass(2, WHY, 1)),
                403,
                "");
        breakIt("glass-wrong");
        assertRefused(() -> breakIt("glass-wrong"), 409, "points at version 2 already");
    }

    @Test
    void canaryOnLiveAsksTheGatesToo() {
        gated("glass-canary");
        var rollouts = clients.api(RolloutApi.class, "ben", Role.POLICY_ACTIVATOR);
        assertRefused(
                () ->
                        rollouts.start(
                                "glass-canary",
                                new NewRollout(
                                        "live", Rollout.Kind.CANARY, 2, null, null, null, null)),
                409,
                "passes 0 of 1 gates");
        assertThat(
                        rollouts.start(
                                        "glass-canary",
                                        new NewRollout(
                                                "live",
                                                Rollout.Kind.SHADOW,
                                                2,
                                                null,
                                                null,
                                                null,
                                                null))
                                .open())
                .isTrue();
    }

    private void gated(String slug) {
        policies.create(slug);
        policies.approve(slug);
        gates("cleo").setGates(slug, "0", new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.95))));
    }

    private EvaluationApi gates(String approver) {
        return clients.api(EvaluationApi.class, approver, Role.POLICY_APPROVER);
    }

    private BreakGlass breakIt(String slug) {
        return breakIt(slug, 2);
    }

    private BreakGlass breakIt(String slug, int version) {
        return glass("ben").breakGlass(slug, "live", new NewBreakGlass(version, WHY, 2));
    }

    private BreakGlass only(String slug) {
        return glass("cleo").list(slug, null).items().getFirst();
    }

    /// Ben activates and approves, everybody else only approves.
    private BreakGlassApi glass(String name) {
        return name.equals("ben")
                ? clients.api(
                        BreakGlassApi.class, name, Role.POLICY_ACTIVATOR, Role.POLICY_APPROVER)
                : clients.api(BreakGlassApi.class, name, Role.POLICY_APPROVER);
    }

    private AliasApi alias(String name) {
        return clients.api(AliasApi.class, name, Role.POLICY_ACTIVATOR);
    }

    private int live(String slug) {
        return alias("ben").aliases(slug).getFirst().number();
    }

    private void point(String slug, int number) {
        clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR)
                .pointAlias(slug, "live", new AliasTarget(number));
    }

    /// Time passes: the row is what it would be then, written past the guard of its columns.
    private void expire(String slug) {
        owner.past(
                "break_glass_guard",
                "break_glass",
                "update break_glass set broken_at = now() - interval '2 hours', expires_at = now()"
                        + " where slug = ?",
                slug);
        watch.look();
    }

    private List<@Nullable String> ledger(String slug) {
        return jdbc.queryForList(
                "select type from ledger_entry where subject = ?", String.class, "policy:" + slug);
    }
}
