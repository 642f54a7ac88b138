package dev.precept.registry.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.contracts.queue.Purpose;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.item.Items;
import dev.precept.registry.item.NewItem;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryTest
class LeaseRaceIT {

    private static final ModelCard MODEL = new ModelCard("test", "0".repeat(64), "none", Map.of());

    @Autowired private LivePolicies policies;
    @Autowired private Items items;
    @Autowired private JobQueue queue;
    @Autowired private Leasing leasing;
    @Autowired private Completions completions;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private TransactionTemplate transaction;

    private final WorkerId worker = new WorkerId(UUID.randomUUID());
    private PolicyVersionRef policy = new PolicyVersionRef("none", 1, "none");

    @BeforeEach
    void ownPolicyAndAnEmptyQueue() {
        empty();
        policy = policies.create("r" + UUID.randomUUID().toString().substring(0, 13));
    }

    @AfterEach
    void empty() {
        jdbc.update("update job set status = 'CANCELLED' where status in ('QUEUED', 'LEASED')");
    }

    @Test
    void heartbeatsCompletionsAndACancellationOfTheSameJobsNeverDeadlock() throws Exception {
        var batch = new BatchId(UUID.randomUUID());
        enqueue(Lane.BULK, batch, 400);
        var leases = lease(400);
        var tasks = new ArrayList<Callable<Integer>>();
        tasks.add(() -> heartbeats(leases));
        tasks.add(() -> heartbeats(leases.reversed()));
        tasks.add(() -> {
            int accepted = 0;
            for (int at = 0; at < 300; at += 20) {
                accepted += complete(leases.subList(at, at + 20)).accepted();
            }
            return accepted;
        });
        tasks.add(() -> transaction.execute(status -> queue.cancelBatch(batch)));
        int ended = 0;
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            for (var result : threads.invokeAll(tasks)) {
                ended += result.get();
            }
        }
        assertThat(ended).as("each job completed or cancelled, once").isEqualTo(400);
    }

    @Test
    void interactiveJobKeepsItsHeadStartWhenItIsTriedAgain() {
        enqueue(Lane.INTERACTIVE, null, 1);
        var lease = lease(1).getFirst();
        completions.complete(
                new Completion(
                        worker,
                        MODEL,
                        List.of(new JobResult.Failed(lease, "engine", "try again", true))));
        assertThat(
                        jdbc.queryForObject(
                                "select extract(epoch from available_at - rank_at) from job"
                                        + " where id = ?",
                                Integer.class,
                                lease.jobId().value()))
                .isEqualTo(60);
    }

    private int heartbeats(List<LeaseRef> leases) {
        for (int beat = 0; beat < 30; beat++) {
            leasing.renew(worker, leases);
        }
        return 0;
    }

    private Completion.Receipt complete(List<LeaseRef> leases) {
        var results =
                leases.stream()
                        .map(lease ->
                                (JobResult)
                                        new JobResult.Judged(
                                                lease,
                                                Outcome.SAFE,
                                                List.of(),
                                                List.of("NO-A1"),
                                                new Confidence(0.9, Confidence.Source.STATED),
                                                "closest to NO-A1",
                                                false,
                                                1,
                                                null))
                        .toList();
        return completions.complete(new Completion(worker, MODEL, results));
    }

    private List<LeaseRef> lease(int capacity) {
        return leasing
                .claim(new LeaseRequest(worker, capacity, 0, List.of(policy.sha256())))
                .stream()
                .map(ActiveJob::lease)
                .toList();
    }

    private void enqueue(Lane lane, @Nullable BatchId batch, int howMany) {
        var added =
                IntStream.range(0, howMany)
                        .mapToObj(number ->
                                new NewItem(
                                        newId(),
                                        new Message("quiet please"),
                                        null,
                                        Map.of(),
                                        "test",
                                        false))
                        .toList();
        transaction.executeWithoutResult(status -> {
            items.add(added);
            queue.enqueue(
                    added.stream()
                            .map(item -> new NewJob(item.id(), policy, Purpose.LIVE, lane, batch))
                            .toList());
        });
    }

    private static ItemId newId() {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return new ItemId(id);
    }
}
