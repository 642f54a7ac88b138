package dev.precept.registry.policy;

import static dev.precept.registry.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.ClassificationApi;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.FakeWorker;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class AliasIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;

    @Test
    void rollbackGoesBackStepByStepAndIsToldInTheHistory() {
        versions("alias-steps", 3);
        point("alias-steps", "live", 2, "better");
        point("alias-steps", "live", 3, "best");
        assertThat(rollback("alias-steps", 3).number()).isEqualTo(2);
        var first = rollback("alias-steps", 2);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.previous()).isNull();
        assertThat(moves("alias-steps", "live"))
                .extracting(
                        move -> String.valueOf(move.from()),
                        AliasMove::to,
                        AliasMove::cause,
                        AliasMove::reason)
                .containsExactly(
                        tuple("2", 1, Cause.ROLLED_BACK, "worse"),
                        tuple("3", 2, Cause.ROLLED_BACK, "worse"),
                        tuple("2", 3, Cause.POINTED, "best"),
                        tuple("1", 2, Cause.POINTED, "better"),
                        tuple("null", 1, Cause.POINTED, ""));
        assertRefused(() -> rollback("alias-steps", null), 409, "no version before version 1");
        point("alias-steps", "live", 3, "");
        assertThat(rollback("alias-steps", null).number()).isEqualTo(1);
    }

    @Test
    void aliasesOfOnesOwnHaveTheirOwnHistory() {
        versions("alias-own", 2);
        point("alias-own", "night-shift", 2, "");
        assertThat(activator().aliases("alias-own"))
                .extracting(alias -> alias.name() + "=" + alias.number())
                .containsExactly("live=1", "night-shift=2");
        assertThat(moves("alias-own", "night-shift")).hasSize(1);
        var item = submit("alias-own@night-shift");
        var worker = new FakeWorker(clients);
        assertThat(worker.judge(worker.lease("alias-own"), Outcome.SAFE)).isEqualTo(1);
        assertThat(judgedBy(item)).containsExactly(2);
    }

    @Test
    void whatIsLeasedFinishesUnderItsVersionAndTheNextLeaseUsesTheOldOne() {
        versions("alias-back", 2);
        point("alias-back", "live", 2, "");
        var held = submit("alias-back");
        var worker = new FakeWorker(clients);
        var inHand = worker.lease("alias-back");
        assertThat(inHand).extracting(job -> job.version().number()).containsExactly(2);
        var waiting = submit("alias-back@live");
        var pinned = submit("alias-back@2");
        rollback("alias-back", 2);
        assertThat(worker.judge(inHand, Outcome.SAFE)).isEqualTo(1);
        assertThat(judgedBy(held)).containsExactly(2);
        var next = worker.lease("alias-back");
        assertThat(next).extracting(job -> job.version().number()).containsExactlyInAnyOrder(1, 2);
        worker.judge(next, Outcome.SAFE);
        assertThat(judgedBy(waiting)).containsExactly(1);
        assertThat(judgedBy(pinned)).containsExactly(2);
    }

    @Test
    void jobThatIsTriedAgainGoesByWhereTheAliasPointsThen() {
        versions("alias-again", 2);
        var item = submit("alias-again");
        var worker = new FakeWorker(clients);
        assertThat(worker.lease("alias-again")).hasSize(1);
        point("alias-again", "live", 2, "");
        jdbc.update(
                """
                update job set status = 'QUEUED', available_at = rank_at
                 where item_id = ? and status = 'LEASED'
                """,
                item.value());
        worker.judge(worker.lease("alias-again"), Outcome.SAFE);
        assertThat(judgedBy(item)).containsExactly(2);
    }

    @Test
    void ofTwoWhoGoBackAtOnceFromOneVersionOneDoes() throws Exception {
        versions("race-back", 3);
        point("race-back", "live", 2, "");
        point("race-back", "live", 3, "");
        var start = new CyclicBarrier(2);
        Callable<Boolean> back =
                () -> {
                    start.await();
                    try {
                        rollback("race-back", 3);
                        return true;
                    } catch (HttpClientErrorException.Conflict refused) {
                        return false;
                    }
                };
        var done = new ArrayList<Boolean>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var result : threads.invokeAll(List.of(back, back))) {
                done.add(result.get());
            }
        }
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(activator().aliases("race-back").getFirst().number()).isEqualTo(2);
    }

    @Test
    void historyHoldsAgainstWhoeverWritesPastTheApplication() {
        versions("alias-direct", 2);
        jdbc.update(
                "update policy_alias set number = 2, moved_by = 'sql' where slug = 'alias-direct'");
        assertThat(moves("alias-direct", "live").getFirst().movedBy()).isEqualTo("sql");
        var item = submit("alias-direct");
        var worker = new FakeWorker(clients);
        worker.judge(worker.lease("alias-direct"), Outcome.SAFE);
        assertThat(judgedBy(item)).containsExactly(2);
        for (var statement :
                List.of(
                        "update policy_alias_move set reason = 'x' where slug = 'alias-direct'",
                        "delete from policy_alias_move where slug = 'alias-direct'",
                        "delete from policy_alias where slug = 'alias-direct'")) {
            owner.assertNobodyMay(statement);
        }
    }

    @Test
    void onlyActivatorsGoBackAndWhatIsUnknownIsSaid() {
        versions("alias-rights", 1);
        var author = clients.api(AliasApi.class, "ava", Role.POLICY_AUTHOR);
        assertRefused(
                () -> author.rollback("alias-rights", "live", new AliasRollback(null, null)),
                403,
                "");
        assertRefused(
                () -> activator().rollback("alias-rights", "dawn", new AliasRollback(null, null)),
                404,
                "no alias dawn");
        assertRefused(() -> rollback("nowhere", null), 404, "no policy nowhere");
        assertRefused(() -> rollback("alias-rights", 7), 409, "points at version 1");
    }

    private void versions(String slug, int count) {
        policies.create(slug);
        for (int number = 2; number <= count; number++) {
            policies.approve(slug);
        }
    }

    private void point(String slug, String alias, int number, String reason) {
        clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR)
                .pointAlias(slug, alias, new AliasTarget(number, reason));
    }

    private AliasApi activator() {
        return clients.api(AliasApi.class, "ben", Role.POLICY_ACTIVATOR);
    }

    private Alias rollback(String slug, @Nullable Integer from) {
        return activator().rollback(slug, "live", new AliasRollback(from, "worse"));
    }

    private List<AliasMove> moves(String slug, String alias) {
        return activator().moves(slug, alias, null).items();
    }

    private ItemId submit(String policy) {
        var request = new ClassificationRequest(List.of(policy), new Message("drums"), null, null);
        return Objects.requireNonNull(submitter().classify(request, 0, null).getBody()).id();
    }

    private List<Integer> judgedBy(ItemId item) {
        return submitter().get(item).verdicts().stream()
                .map(verdict -> verdict.policyVersion().number())
                .toList();
    }

    private ClassificationApi submitter() {
        return clients.api(ClassificationApi.class, "shop", Role.SUBMITTER);
    }
}
