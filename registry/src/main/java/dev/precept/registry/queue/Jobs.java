package dev.precept.registry.queue;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.queue.JobStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads jobs.
public interface Jobs {

    /// Without shadows, which are nobody's answer.
    Map<ItemId, List<Job>> byItem(Collection<ItemId> items);

    /// Where the jobs of each of the batches stand; a batch without jobs is left out.
    Map<BatchId, Count> countByBatch(Collection<BatchId> batches);

    /// Jobs of one batch.
    ///
    /// @param lastEnded when the last one ended that has
    record Count(Map<JobStatus, Integer> jobs, @Nullable Instant lastEnded) {

        public static final Count NONE = new Count(Map.of(), null);

        public Count {
            jobs = Map.copyOf(jobs);
        }

        public int of(JobStatus status) {
            return jobs.getOrDefault(status, 0);
        }

        public int all() {
            return jobs.values().stream().mapToInt(Integer::intValue).sum();
        }

        /// Jobs that have not ended.
        public int open() {
            return of(JobStatus.QUEUED) + of(JobStatus.LEASED);
        }
    }
}
