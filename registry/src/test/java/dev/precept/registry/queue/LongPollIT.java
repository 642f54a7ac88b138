package dev.precept.registry.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class LongPollIT {

    private static final LeaseRequest PATIENT =
            new LeaseRequest(
                    new WorkerId(UUID.randomUUID()), 4, LeaseRequest.MAX_WAIT_SECONDS, List.of());

    @Autowired private Leasing leasing;
    @Autowired private WorkBell bell;
    @Autowired private LeavingWorkers leaving;
    @Autowired private ApplicationContext context;
    @Autowired private JdbcTemplate jdbc;

    @BeforeEach
    void anEmptyQueue() {
        jdbc.update("update job set status = 'CANCELLED' where status in ('QUEUED', 'LEASED')");
    }

    @Test
    void aStoppingRegistryLetsWaitingWorkersGoLongBeforeTheirWaitIsOver() throws Exception {
        var poll = new LongPoll(leasing, bell, leaving);
        var answer = new CompletableFuture<List<ActiveJob>>();
        var worker =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                answer.complete(poll.claim(PATIENT));
                            } catch (InterruptedException | RuntimeException failed) {
                                answer.completeExceptionally(failed);
                            }
                        });
        awaitWaiting(worker);

        poll.stop(new ContextClosedEvent(context));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(poll.claim(PATIENT)).as("a poll that comes too late").isEmpty();
    }

    private static void awaitWaiting(Thread worker) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (worker.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(worker.isAlive()).isTrue();
    }
}
