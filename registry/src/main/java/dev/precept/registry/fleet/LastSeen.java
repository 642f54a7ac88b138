package dev.precept.registry.fleet;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.registry.queue.WorkerHeard;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gathers signs of life and writes them once a second, so that a busy worker costs no write a
/// call.
@Component
class LastSeen {

    private final Workers workers;
    private final Clock clock;
    private final Map<WorkerId, AtomicInteger> heard = new ConcurrentHashMap<>();

    LastSeen(Workers workers, Clock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    @EventListener
    public void heard(WorkerHeard sign) {
        heard.compute(
                sign.worker(),
                (id, completed) -> {
                    var sum = completed == null ? new AtomicInteger() : completed;
                    sum.addAndGet(sign.completed());
                    return sum;
                });
    }

    @Scheduled(fixedDelayString = "PT1S")
    public void write() {
        for (var worker : heard.keySet()) {
            var completed = heard.remove(worker);
            if (completed != null) {
                workers.seen(worker, completed.get(), clock.instant());
            }
        }
    }
}
