package dev.precept.registry.rollout;

import static dev.precept.registry.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.contracts.rollout.RolloutStep;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// What rollouts refuse, in the application and in the database.
@RegistryTest
class RolloutRefusalIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "101  | 2 | 0.05 | 50 | A share of 101 %; give 1 to 100",
                "-5   | 2 | 0.05 | 50 | A share of -5 %",
                "0    | 2 | 0.05 | 50 | A share of 0 %",
                "5    | 1 | 0.05 | 50 | points at version 1 already",
                "5    | 9 | 0.05 | 50 | has no version 9",
                "5    | 0 | 0.05 | 50 | Version 0 cannot be",
                "5    | 3 | 0.05 | 50 | approved versions only",
                "5    | 2 | 1.5  | 50 | outside 0 to 1",
                "5    | 2 | 0.05 | 0  | A minimum of 0 items"
            })
    void wishThatCannotBeIsRefusedWithWhatWouldDo(
            int share, int candidate, double limit, int minimum, String said) {
        var slug = "wish-" + Math.abs(said.hashCode()) + "x" + (share + 10);
        var world = world(slug, 2);
        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                .draft(slug, new NewDraft(LivePolicies.TEXT));
        assertRefused(
                () ->
                        world.start(
                                Kind.CANARY,
                                candidate,
                                share,
                                new RolloutLimits(limit, 0.1, minimum)),
                422,
                said);
        assertThat(world.api.list(slug, null).items()).isEmpty();
    }

    @Test
    void stepsThatDoNotGrowUnknownThingsAndOtherRolesAreRefused() {
        var world = world("wish-more", 2);
        for (var steps : List.of(List.of(5, 5), List.of(25, 5), List.<Integer>of())) {
            assertRefused(
                    () ->
                            world.api.start(
                                    "wish-more",
                                    new NewRollout(
                                            "live", Kind.CANARY, 2, steps, null, null, null)),
                    422,
                    "");
        }
        assertRefused(
                () ->
                        world.api.start(
                                "wish-more",
                                new NewRollout("dusk", Kind.CANARY, 2, null, null, null, null)),
                422,
                "no alias dusk");
        assertRefused(() -> world("nowhere-else", 1).api.list("nowhere-else", "x"), 422, "cursor");
        var canary = world.start(Kind.CANARY, 2, 5, RolloutWorld.LOOSE);
        assertRefused(() -> world.start(Kind.CANARY, 2, 5, RolloutWorld.LOOSE), 409, "is open");
        assertRefused(() -> world.step(canary, 101), 422, "A share of 101 %");
        assertRefused(() -> world("other-one", 1).now(canary), 404, "has no rollout");
        var author = clients.api(RolloutApi.class, "ava", Role.POLICY_AUTHOR);
        assertRefused(
                () -> author.halt("wish-more", canary.id(), new RolloutAction("no")), 403, "");
        assertRefused(
                () -> world.api.step("wish-more", canary.id(), "*", new RolloutStep(9, "")),
                422,
                "If-Match");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update policy_alias set canary_share = 50 where slug = '%s' | running canary",
                "update policy_alias set canary_share = 5, canary_number = 1, canary_sha256 = sha256 where slug = '%s' | running canary",
                "update rollout set share = 101 where slug = '%s' | share",
                "update rollout set candidate_number = 1 where slug = '%s' | keeps its versions",
                "delete from rollout where slug = '%s' | permission denied",
                "update rollout_event set reason = 'x' where rollout_id in (select id from rollout where slug = '%s') | permission denied",
                "update policy_version set status = 'RETIRED' where slug = '%s' and number = 2 | in use",
                "update rollout set state = 'RUNNING', ended_at = now() where slug = '%s' | check"
            })
    void databaseHoldsAgainstWhoeverWritesPastTheApplication(String statement, String said) {
        var slug = "direct-" + Math.abs(statement.hashCode());
        world(slug, 2).start(Kind.CANARY, 2, 5, RolloutWorld.LOOSE);
        assertThatThrownBy(() -> jdbc.update(statement.formatted(slug)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(said);
    }

    @Test
    void whoMayNotMakeAVersionLiveMayNotGiveItAShareEither() {
        var world = world("canary-writer", 2);
        var rules = clients.api(ChangeRequestApi.class, "cleo", Role.POLICY_APPROVER);
        rules.setRules(
                "canary-writer",
                Integer.toString(rules.rules("canary-writer").revision()),
                new ApprovalRulesEdit(1, List.of(), Set.of(Demand.WRITERS_MAY_NOT_ACTIVATE)));
        var writer = clients.api(RolloutApi.class, "ava", Role.POLICY_ACTIVATOR);
        var wish =
                new NewRollout(
                        "live", Kind.CANARY, 2, List.of(5), null, RolloutWorld.LOOSE, "mine");
        assertRefused(() -> writer.start("canary-writer", wish), 403, "another person");
        var canary = world.api.start("canary-writer", wish);
        world.api.abort("canary-writer", canary.id(), new RolloutAction("enough"));
        assertThatThrownBy(() ->
                        jdbc.update(
                                """
                                insert into rollout
                                       (id, slug, alias, kind, stable_number, stable_sha256,
                                        candidate_number, candidate_sha256, share, steps,
                                        disagreement_limit, undetermined_limit, minimum,
                                        started_by, started_at)
                                select uuidv7(), slug, alias, kind, stable_number,
                                       stable_sha256, candidate_number, candidate_sha256,
                                       share, steps, disagreement_limit,
                                       undetermined_limit, minimum, 'ava', now()
                                  from rollout where id = ?
                                """,
                                canary.id().value()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("four_eyes");
    }

    private RolloutWorld world(String slug, int versions) {
        return new RolloutWorld(clients, policies, slug, versions);
    }
}
