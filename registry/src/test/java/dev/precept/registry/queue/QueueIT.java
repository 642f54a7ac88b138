package dev.precept.registry.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.fleet.WorkerRegistration;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.Heartbeat;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseGrant;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.contracts.queue.LeasedJob;
import dev.precept.contracts.queue.Purpose;
import dev.precept.contracts.queue.QueueApi;
import dev.precept.contracts.queue.Thought;
import dev.precept.contracts.verdict.Account;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.item.Items;
import dev.precept.registry.item.NewItem;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import dev.precept.registry.verdict.Verdicts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class QueueIT {

    private static final ModelCard MODEL =
            new ModelCard("test", "0".repeat(64), "none", Map.of("temperature", "0"));

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private Items items;
    @Autowired private JobQueue queue;
    @Autowired private Verdicts verdicts;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;
    @Autowired private TransactionTemplate transaction;
    @Autowired private ExpiredLeases expired;
    @Autowired private Thoughts thoughts;

    private PolicyVersionRef policy = new PolicyVersionRef("none", 1, "none");

    @BeforeEach
    void ownPolicyAndAnEmptyQueue() {
        empty();
        policy = policies.create("q" + UUID.randomUUID().toString().substring(0, 13));
    }

    @AfterEach
    void empty() {
        jdbc.update("update job set status = 'CANCELLED' where status in ('QUEUED', 'LEASED')");
    }

    @Test
    void leasedJobBecomesOneVerdict() {
        var item = enqueue(Lane.INTERACTIVE, policy);
        var worker = new TestWorker();
        var job = worker.lease(10).getFirst();
        assertThat(job.content()).isEqualTo(new Message("quiet please"));
        assertThat(worker.complete(job, Outcome.VIOLATES).accepted()).isEqualTo(1);
        assertThat(verdictsOf(item))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATES);
                    assertThat(verdict.policyVersion()).isEqualTo(policy);
                    assertThat(verdict.model()).isEqualTo(MODEL);
                    assertThat(verdict.ruleIds()).containsExactly("NO1");
                });
        assertThat(worker.complete(job, Outcome.SAFE).stale()).containsExactly(job.id());
        assertThat(verdictsOf(item)).hasSize(1);
    }

    @Test
    void twoWorkersNeverGetTheSameJob() throws Exception {
        IntStream.range(0, 400).forEach(number -> enqueue(Lane.BULK, policy));
        var tasks = new ArrayList<Callable<List<JobId>>>();
        for (int number = 0; number < 4; number++) {
            tasks.add(() -> {
                var worker = new TestWorker();
                var mine = new ArrayList<JobId>();
                for (var jobs = worker.lease(7); !jobs.isEmpty(); jobs = worker.lease(7)) {
                    jobs.forEach(job -> mine.add(job.id()));
                }
                return mine;
            });
        }
        var all = new ArrayList<JobId>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(tasks)) {
                all.addAll(result.get());
            }
        }
        assertThat(all).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    void lateResultUnderAnOldTokenIsRefused() {
        var item = enqueue(Lane.BULK, policy);
        var slow = new TestWorker();
        var late = slow.lease(1).getFirst();
        expire();
        var quick = new TestWorker();
        var again = quick.lease(1).getFirst();
        assertThat(again.fencingToken()).isGreaterThan(late.fencingToken());
        assertThat(slow.complete(late, Outcome.SAFE).stale()).containsExactly(late.id());
        assertThat(slow.heartbeat(late).lost()).containsExactly(late.id());
        assertThat(quick.heartbeat(again).lost()).isEmpty();
        assertThat(quick.complete(again, Outcome.VIOLATES).accepted()).isEqualTo(1);
        assertThat(verdictsOf(item)).extracting(Verdict::outcome).containsExactly(Outcome.VIOLATES);
    }

    @Test
    void silentJobDiesAfterItsAttemptsAndLivesAgainWhenRequeued() {
        enqueue(Lane.BULK, policy);
        var worker = new TestWorker();
        var token = 0;
        for (int attempt = 1; attempt <= 4; attempt++) {
            token = worker.lease(1).getFirst().fencingToken();
            expire();
        }
        assertThat(worker.lease(1)).isEmpty();
        var operator = clients.api(QueueApi.class, "otto", Role.OPERATOR);
        var letter = operator.deadLetters(null).items().getFirst();
        assertThat(letter.code()).isEqualTo("lease-expired");
        assertThat(letter.attempts()).isEqualTo(4);
        operator.requeue(letter.jobId());
        assertThat(worker.lease(1).getFirst().fencingToken()).isGreaterThan(token);
        assertThatThrownBy(() -> operator.requeue(letter.jobId()))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
        assertThat(
                        jdbc.queryForList(
                                "select type from ledger_entry where subject = ? order by sequence",
                                String.class,
                                "job:" + letter.jobId()))
                .containsExactly("job.dead", "job.requeued");
    }

    @Test
    void hopelessFailureIsADeadLetterAtOnceAndAnotherIsTriedLater() {
        enqueue(Lane.BULK, policy);
        enqueue(Lane.BULK, policy);
        var worker = new TestWorker();
        var jobs = worker.lease(2);
        worker.report(
                new JobResult.Failed(ref(jobs.get(0)), "no-tokens", "nothing to read", false),
                new JobResult.Failed(ref(jobs.get(1)), "engine", "try again", true));
        assertThat(status(jobs.get(0))).isEqualTo("DEAD");
        assertThat(status(jobs.get(1))).isEqualTo("QUEUED");
        assertThat(worker.lease(1)).as("it waits for its backoff").isEmpty();
    }

    @Test
    void workGivenBackCostsNoAttempt() {
        enqueue(Lane.BULK, policy);
        var worker = new TestWorker();
        for (int round = 0; round < 6; round++) {
            worker.report(new JobResult.Returned(ref(worker.lease(1).getFirst())));
        }
        assertThat(worker.lease(1)).hasSize(1);
    }

    @Test
    void interactiveWorkGoesFirstUntilBulkWorkHasAged() {
        var bulk = enqueue(Lane.BULK, policy);
        var interactive = enqueue(Lane.INTERACTIVE, policy);
        var worker = new TestWorker();
        assertThat(itemOf(worker.lease(1).getFirst())).isEqualTo(interactive);
        assertThat(itemOf(worker.lease(1).getFirst())).isEqualTo(bulk);
        var old = enqueue(Lane.BULK, policy);
        jdbc.update(
                "update job set rank_at = rank_at - interval '61 seconds' where item_id = ?",
                old.value());
        enqueue(Lane.INTERACTIVE, policy);
        assertThat(itemOf(worker.lease(1).getFirst())).isEqualTo(old);
    }

    @Test
    void warmPolicyIsPreferredWhileNothingElsePresses() {
        var other = policies.create("w" + UUID.randomUUID().toString().substring(0, 13));
        var first = enqueue(Lane.BULK, other);
        var warm = enqueue(Lane.BULK, policy);
        var worker = new TestWorker(policy.sha256());
        assertThat(itemOf(worker.lease(1).getFirst())).isEqualTo(warm);
        enqueue(Lane.BULK, policy);
        jdbc.update(
                "update job set rank_at = rank_at - interval '10 seconds' where item_id = ?",
                first.value());
        assertThat(itemOf(worker.lease(1).getFirst())).isEqualTo(first);
    }

    @Test
    void waitingWorkerWakesWhenWorkArrives() throws Exception {
        var worker = new TestWorker();
        var start = System.nanoTime();
        var leased =
                CompletableFuture.supplyAsync(
                        () -> worker.grant(1, 20), Executors.newVirtualThreadPerTaskExecutor());
        var item = enqueue(Lane.INTERACTIVE, policy);
        assertThat(itemOf(leased.get().groups().getFirst().jobs().getFirst())).isEqualTo(item);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aWorkerThatLeavesIsAnsweredAtOnceAndGetsNoMore() throws Exception {
        var worker = new TestWorker();
        long start = System.nanoTime();
        var poll =
                CompletableFuture.supplyAsync(
                        () -> worker.grant(1, 20), Executors.newVirtualThreadPerTaskExecutor());
        clients.api(FleetApi.class, "precept-worker", Role.WORKER).drain(worker.id);
        assertThat(poll.get().groups()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        enqueue(Lane.BULK, policy);
        assertThat(worker.lease(1)).isEmpty();
        assertThat(new TestWorker().lease(1)).hasSize(1);
    }

    @Test
    void aGrantHasAnEndAndWhatDoesNotFitWaitsForTheNext() {
        var text = "quiet please ".repeat(14_000);
        IntStream.range(0, 210).forEach(_ -> enqueue(Lane.BULK, policy, text));
        var first = new TestWorker().lease(1_000);
        assertThat(first).hasSize(100);
        assertThat(new TestWorker().lease(1_000)).hasSize(100);
        assertThat(new TestWorker().lease(1_000))
                .hasSize(10)
                .allSatisfy(job -> assertThat(job.fencingToken()).isGreaterThan(1));
    }

    @Test
    void theAccountOfAReasoningModelIsKeptWithItsVerdict() {
        var item = enqueue(Lane.BULK, policy);
        var worker = new TestWorker();
        var job = worker.lease(1).getFirst();
        var account =
                new Account(
                        "The content asks for quiet.",
                        0.98,
                        List.of("SUSPECTED_INJECTION"),
                        new Account.Tokens(310, 290, 12, 30),
                        new Account.Timing(1, 20, 300));
        worker.report(
                new JobResult.Judged(
                        ref(job),
                        Outcome.SAFE,
                        List.of(),
                        List.of("NO-A1"),
                        new Confidence(0.9, Confidence.Source.LABEL_LOGITS),
                        "nothing loud",
                        false,
                        321,
                        account));
        assertThat(verdictsOf(item))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.account()).isEqualTo(account);
                    assertThat(verdict.withoutAccount().account()).isNull();
                    assertThat(verdict.toString()).doesNotContain("asks for quiet");
                });
    }

    @Test
    void thoughtsAreKeptWhileTheLeaseHoldsAndForgottenAfterwards() {
        enqueue(Lane.BULK, policy);
        var worker = new TestWorker();
        var job = worker.lease(1).getFirst();
        worker.api.think(new Thought(ref(job), "The content"));
        worker.api.think(new Thought(ref(job), "The content asks"));
        worker.api.think(new Thought(new LeaseRef(job.id(), job.fencingToken() + 1), "late"));
        assertThat(thoughts.of(List.of(job.id()))).containsEntry(job.id(), "The content asks");
        worker.complete(job, Outcome.SAFE);
        thoughts.forget();
        assertThat(thoughts.of(List.of(job.id()))).isEmpty();
    }

    @Test
    void answerThatCitesAnUnknownRuleIsUndetermined() {
        var item = enqueue(Lane.BULK, policy);
        var worker = new TestWorker();
        var job = worker.lease(1).getFirst();
        worker.report(
                new JobResult.Judged(
                        ref(job),
                        Outcome.VIOLATES,
                        List.of("noise"),
                        List.of("NO1", "ZZ9"),
                        new Confidence(0.9, Confidence.Source.STATED),
                        "as ZZ9 says",
                        false,
                        5,
                        null));
        assertThat(verdictsOf(item))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
                    assertThat(verdict.ruleIds()).containsExactly("NO1");
                });
    }

    @Test
    void databaseRefusesToChangeVerdicts() {
        enqueue(Lane.BULK, policy);
        var worker = new TestWorker();
        worker.complete(worker.lease(1).getFirst(), Outcome.SAFE);
        owner.assertNobodyMay("update verdict set outcome = 'SAFE'");
    }

    @Test
    void fleetShowsWhatAWorkerRunsAndHolds() {
        enqueue(Lane.BULK, policy);
        var worker = new TestWorker();
        var fleet = clients.api(FleetApi.class, "precept-worker", Role.WORKER);
        fleet.register(worker.id, new WorkerRegistration("host-1", "null", MODEL, 4, "1.0", false));
        worker.lease(1);
        var seen =
                clients.api(FleetApi.class, "otto", Role.OPERATOR).list().stream()
                        .filter(each -> each.id().equals(worker.id))
                        .findFirst()
                        .orElseThrow();
        assertThat(seen.status()).isEqualTo(Worker.Status.ACTIVE);
        assertThat(seen.leased()).isEqualTo(1);
        assertThat(seen.registration().model()).isEqualTo(MODEL);
        fleet.stop(worker.id);
        assertThatThrownBy(() -> fleet.list())
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    private ItemId enqueue(Lane lane, PolicyVersionRef version) {
        return enqueue(lane, version, "quiet please");
    }

    private ItemId enqueue(Lane lane, PolicyVersionRef version, String text) {
        UUID uuid = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var item = new ItemId(uuid);
        transaction.executeWithoutResult(status -> {
            items.add(List.of(new NewItem(item, new Message(text), null, Map.of(), "test", false)));
            queue.enqueue(List.of(new NewJob(item, version, Purpose.LIVE, lane, null)));
        });
        return item;
    }

    private void expire() {
        jdbc.update(
                "update job set lease_until = now() - interval '1 hour' where status = 'LEASED'");
        expired.takeBack();
        jdbc.update("update job set available_at = now() where status = 'QUEUED'");
    }

    private List<Verdict> verdictsOf(ItemId item) {
        return verdicts.byItem(List.of(item)).getOrDefault(item, List.of());
    }

    private ItemId itemOf(LeasedJob job) {
        return new ItemId(
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                "select item_id from job where id = ?",
                                UUID.class,
                                job.id().value())));
    }

    private String status(LeasedJob job) {
        return String.valueOf(
                jdbc.queryForObject(
                        "select status from job where id = ?", String.class, job.id().value()));
    }

    private static LeaseRef ref(LeasedJob job) {
        return new LeaseRef(job.id(), job.fencingToken());
    }

    /// A worker in a few lines.
    private final class TestWorker {

        private final WorkerId id = new WorkerId(UUID.randomUUID());
        private final LeaseApi api = clients.api(LeaseApi.class, "precept-worker", Role.WORKER);
        private final List<String> warm;

        TestWorker(String... warm) {
            this.warm = List.of(warm);
        }

        LeaseGrant grant(int capacity, int wait) {
            return api.lease(new LeaseRequest(id, capacity, wait, warm));
        }

        List<LeasedJob> lease(int capacity) {
            return grant(capacity, 0).groups().stream()
                    .flatMap(group -> group.jobs().stream())
                    .toList();
        }

        Heartbeat.Reply heartbeat(LeasedJob job) {
            return api.heartbeat(new Heartbeat(id, List.of(ref(job))));
        }

        Completion.Receipt complete(LeasedJob job, Outcome outcome) {
            return report(
                    new JobResult.Judged(
                            ref(job),
                            outcome,
                            List.of("noise"),
                            List.of("NO1"),
                            new Confidence(0.9, Confidence.Source.SIMILARITY_MARGIN),
                            "closest to NO1",
                            false,
                            3,
                            null));
        }

        Completion.Receipt report(JobResult... results) {
            return api.complete(new Completion(id, MODEL, List.of(results)));
        }
    }
}
