package dev.precept.registry.queue;

import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.verdict.ModelCard;
import java.time.Instant;
import java.util.List;

/// Published inside the transaction that completes jobs, once for many; a listener that throws
/// undoes the completion.
public record JobsJudged(ModelCard model, Instant at, List<Judged> jobs) {

    public JobsJudged {
        jobs = List.copyOf(jobs);
    }

    /// A job with what the engine said of it.
    public record Judged(ActiveJob job, JobResult.Judged result) {}
}
