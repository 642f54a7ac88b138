package dev.precept.registry.intake;

import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.queue.JobStatus;
import dev.precept.registry.queue.Jobs;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Holds a caller until its items are judged. Looks at their jobs, ever more seldom the longer it
/// lasts, so that any registry sees what any other recorded; between looks it holds no connection.
@Component
class VerdictWait {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final Jobs jobs;
    private final Classifications classifications;

    VerdictWait(Jobs jobs, Classifications classifications) {
        this.jobs = jobs;
        this.classifications = classifications;
    }

    /// @return what is known once nothing is pending, or when the time is over
    Map<ItemId, Classification> await(Collection<ItemId> items, Duration atMost) {
        long start = System.nanoTime();
        boolean interrupted = false;
        while (!interrupted && isPending(items)) {
            var passed = Duration.ofNanos(System.nanoTime() - start);
            if (passed.compareTo(atMost) >= 0) {
                break;
            }
            interrupted = !pause(passed.dividedBy(8), atMost.minus(passed));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return classifications.find(items);
    }

    private boolean isPending(Collection<ItemId> items) {
        return jobs.byItem(items).values().stream()
                .flatMap(Collection::stream)
                .anyMatch(job ->
                        job.status() == JobStatus.QUEUED || job.status() == JobStatus.LEASED);
    }

    private static boolean pause(Duration wanted, Duration left) {
        var bounded = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        bounded = bounded.compareTo(LONGEST) > 0 ? LONGEST : bounded;
        try {
            Thread.sleep(bounded.compareTo(left) > 0 ? left : bounded);
            return true;
        } catch (InterruptedException stopping) {
            return false;
        }
    }
}
