package dev.precept.registry.review;

import static dev.precept.registry.review.CaseFixture.assertRefused;
import static dev.precept.registry.review.CaseFixture.reviewer;
import static dev.precept.registry.review.CaseFixture.uphold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import dev.precept.registry.verdict.Verdicts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryTest
class CaseRaceIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcClient jdbc;
    @Autowired private Verdicts verdicts;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;
    @Autowired private CaseRows rows;
    @Autowired private CaseQueue queue;
    @Autowired private Decisions decisions;
    @Autowired private Ledger ledger;
    private CaseMaker maker;

    @BeforeEach
    void maker() {
        maker = new CaseMaker(jdbc, verdicts, events, transaction);
    }

    @Test
    void ofTwoReviewersWhoRaceForOneCaseOneGetsIt() throws Exception {
        var policy = policies.create("race-two");
        for (int round = 0; round < 30; round++) {
            var id = maker.undetermined(policy);
            var barrier = new CyclicBarrier(2);
            var won = atOnce(List.of(racer("rita", barrier), racer("omar", barrier)));
            assertThat(won.stream().flatMap(Optional::stream))
                    .extracting(detail -> detail.reviewCase().id())
                    .containsExactly(id);
            var held = won.stream().flatMap(Optional::stream).findFirst().orElseThrow();
            var winner = String.valueOf(held.reviewCase().claimedBy());
            reviewer(clients, winner).decide(id, uphold(held.reviewCase().revision()));
        }
    }

    @Test
    void onePersonWhoAsksTwiceAtOnceGetsOneCase() throws Exception {
        maker.record(policies.create("race-self"), Outcome.UNDETERMINED, 0.5, 10);
        var api = reviewer(clients, "rita");
        var barrier = new CyclicBarrier(2);
        Callable<CaseId> ask =
                () -> {
                    barrier.await(30, TimeUnit.SECONDS);
                    return Objects.requireNonNull(api.claimNext("race-self").getBody())
                            .reviewCase()
                            .id();
                };
        assertThat(Set.copyOf(atOnce(List.of(ask, ask)))).hasSize(1);
    }

    @Test
    void reviewersDrainTheQueueDecidingEachCaseOnce() throws Exception {
        var ids = maker.record(policies.create("race-drain"), Outcome.UNDETERMINED, 0.5, 80);
        var drained =
                atOnce(
                        IntStream.range(0, 8)
                                .mapToObj(number -> drain("reviewer-" + number))
                                .toList());
        assertThat(drained.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void thousandVerdictsOpenTheirCasesTogether() {
        var opened = maker.record(policies.create("race-bulk"), Outcome.UNDETERMINED, 0.5, 1_000);
        assertThat(opened).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void casesAreNotOpenedWithoutTheTransactionOfTheirVerdicts() {
        var policy = policies.create("race-rollback");
        transaction.executeWithoutResult(status -> {
            maker.undetermined(policy);
            status.setRollbackOnly();
        });
        assertThat(reviewer(clients, "rita").list(null, "race-rollback", null).items()).isEmpty();
    }

    @Test
    void expiredClaimIsFreeAgain() {
        var id = maker.undetermined(policies.create("race-expiry"));
        var rita = new Actor("rita", Set.of(Role.REVIEWER));
        transaction.executeWithoutResult(
                status -> assertThat(elevenMinutesAgo().next(rita, "race-expiry")).isPresent());
        var omar = reviewer(clients, "omar");
        assertThat(omar.get(id).reviewCase().state()).isEqualTo(CaseState.OPEN);
        assertThat(omar.get(id).reviewCase().claimedBy()).isNull();
        var late = reviewer(clients, "rita");
        assertRefused(() -> late.decide(id, uphold(1)), "claim-expired", "expired at 20");
        assertRefused(() -> late.renew(id), "claim-expired");
        var claimed = Objects.requireNonNull(omar.claimNext("race-expiry").getBody());
        assertThat(claimed.reviewCase().id()).isEqualTo(id);
        assertRefused(() -> late.decide(id, uphold(1)), "case-taken");
    }

    private CaseClaims elevenMinutesAgo() {
        return new CaseClaims(
                rows,
                queue,
                decisions,
                ledger,
                new ReviewProperties(Duration.ofMinutes(10)),
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-11)));
    }

    private Callable<Optional<CaseDetail>> racer(String name, CyclicBarrier barrier) {
        var api = reviewer(clients, name);
        return () -> {
            barrier.await(30, TimeUnit.SECONDS);
            return Optional.ofNullable(api.claimNext("race-two").getBody());
        };
    }

    private Callable<List<CaseId>> drain(String name) {
        var api = reviewer(clients, name);
        return () -> {
            var decided = new ArrayList<CaseId>();
            for (var next = api.claimNext("race-drain").getBody();
                    next != null;
                    next = api.claimNext("race-drain").getBody()) {
                var held = next.reviewCase();
                api.decide(held.id(), uphold(held.revision()));
                decided.add(held.id());
            }
            return decided;
        };
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
