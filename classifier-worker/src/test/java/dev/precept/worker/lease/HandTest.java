package dev.precept.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.LeasedJob;
import dev.precept.inference.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Policy POLICY =
            new Policy("abc", "# Cakes", List.of(), List.of(), Map.of());

    private final Hand hand = new Hand();

    @Test
    void interactiveJobsGoFirstAndEveryLaneInTheOrderOfItsLeases() throws Exception {
        var bulk = List.of(take(Lane.BULK, 30), take(Lane.BULK, 30));
        var urgent = List.of(take(Lane.INTERACTIVE, 30), take(Lane.INTERACTIVE, 30));
        assertThat(List.of(hand.next(), hand.next())).isEqualTo(urgent);
        assertThat(List.of(hand.next(), hand.next())).isEqualTo(bulk);
    }

    @Test
    void whatTheEngineHasNotBegunIsGivenBackAndStaysInHandUntilReported() throws Exception {
        var begun = take(Lane.BULK, 30);
        var waiting = take(Lane.BULK, 30);
        hand.next();
        assertThat(hand.giveBack()).containsExactly(new JobResult.Returned(waiting.lease()));
        assertThat(hand.size()).isEqualTo(2);
        hand.release(List.of(new JobResult.Returned(waiting.lease())));
        assertThat(hand.holds(waiting.lease())).isFalse();
        assertThat(hand.holds(begun.lease())).isTrue();
    }

    @Test
    void aLostJobIsInterruptedWhileTheEngineWorksOnItAndNeverBegunOtherwise() throws Exception {
        var running = take(Lane.BULK, 30);
        var waiting = take(Lane.BULK, 30);
        var interrupted = new CompletableFuture<Boolean>();
        var began = new CompletableFuture<Void>();
        Thread.startVirtualThread(() -> {
            interrupted.complete(workUntilInterrupted(running, began));
        });
        began.get(10, TimeUnit.SECONDS);
        hand.drop(List.of(running.leased().id(), waiting.leased().id()));
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.begin()).isFalse();
        assertThat(hand.size()).isZero();
    }

    @Test
    void onlyLeasesNearTheirEndAreRenewed() {
        take(Lane.BULK, 29);
        var old = take(Lane.BULK, 12);
        assertThat(hand.endingBefore(NOW.plusSeconds(22))).containsExactly(old.lease());
        hand.renew(List.of(old.lease()), NOW.plusSeconds(40));
        assertThat(hand.endingBefore(NOW.plusSeconds(22))).isEmpty();
    }

    @Test
    void leasesThatRanOutLeaveTheHand() {
        take(Lane.BULK, -1);
        var held = take(Lane.BULK, 30);
        hand.dropExpired(NOW);
        assertThat(hand.size()).isEqualTo(1);
        assertThat(hand.holds(held.lease())).isTrue();
    }

    private static boolean workUntilInterrupted(Job job, CompletableFuture<Void> began) {
        if (!job.begin()) {
            return false;
        }
        began.complete(null);
        try {
            TimeUnit.SECONDS.sleep(10);
            return false;
        } catch (InterruptedException lost) {
            return true;
        } finally {
            job.end();
        }
    }

    private Job take(Lane lane, int heldSeconds) {
        var leased =
                new LeasedJob(new JobId(UUID.randomUUID()), 1, lane, false, new Message("A cake"));
        var job = new Job(leased, POLICY, NOW.plusSeconds(heldSeconds));
        hand.take(job);
        return job;
    }
}
