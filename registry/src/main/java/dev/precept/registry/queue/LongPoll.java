package dev.precept.registry.queue;

import dev.precept.contracts.queue.LeaseRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Holds a request for work until there is some, without holding a database connection.
@Component
class LongPoll {

    private final Leasing leasing;
    private final WorkBell bell;
    private final LeavingWorkers leaving;
    private volatile boolean closing;

    LongPoll(Leasing leasing, WorkBell bell, LeavingWorkers leaving) {
        this.leasing = leasing;
        this.bell = bell;
        this.leaving = leaving;
    }

    /// @return no jobs if none came within the request's wait, or the registry or the worker stops
    List<ActiveJob> claim(LeaseRequest request) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(request.waitSeconds()).toNanos();
        while (true) {
            long rings = bell.rings();
            if (closing || leaving.contains(request.workerId())) {
                return List.of();
            }
            var claimed = leasing.claim(request);
            long left = deadline - System.nanoTime();
            if (!claimed.isEmpty() || left <= 0) {
                return claimed;
            }
            bell.awaitAfter(rings, Duration.ofNanos(Math.min(left, WorkBell.TICK.toNanos())));
        }
    }

    /// Lets waiting workers go when the registry stops, so that shutting down takes no long poll.
    @EventListener
    void stop(ContextClosedEvent closed) {
        closing = true;
    }
}
