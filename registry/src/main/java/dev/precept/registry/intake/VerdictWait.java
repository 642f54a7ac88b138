package dev.precept.registry.intake;

import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.queue.JobStatus;
import dev.precept.registry.queue.Jobs;
import dev.precept.registry.verdict.VerdictWaiters;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Holds a caller until its items are judged or given up. Between looks it holds no connection.
@Component
class VerdictWait {

    private final Jobs jobs;
    private final Classifications classifications;
    private final VerdictWaiters waiters;

    VerdictWait(Jobs jobs, Classifications classifications, VerdictWaiters waiters) {
        this.jobs = jobs;
        this.classifications = classifications;
        this.waiters = waiters;
    }

    /// As [#await(Collection, Duration)], for one item.
    Classification await(ItemId item, Duration atMost) {
        return Objects.requireNonNull(await(List.of(item), atMost).get(item));
    }

    /// @return what is known once nothing is pending, or when the time is over
    Map<ItemId, Classification> await(Collection<ItemId> items, Duration atMost) {
        if (!atMost.isZero()) {
            try {
                waiters.await(items, atMost, () -> !isPending(items));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return classifications.find(items);
    }

    private boolean isPending(Collection<ItemId> items) {
        return jobs.byItem(items).values().stream()
                .flatMap(Collection::stream)
                .anyMatch(job ->
                        job.status() == JobStatus.QUEUED || job.status() == JobStatus.LEASED);
    }
}
