package dev.precept.contracts.queue;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.verdict.ModelCard;
import java.util.List;

/// Reports results, many at a time.
public record Completion(WorkerId workerId, ModelCard model, List<JobResult> results) {

    public Completion {
        results = List.copyOf(results);
    }

    /// What became of the results.
    ///
    /// @param stale jobs whose result was refused, because the attempt was no longer the current
    ///   one or the job was cancelled
    public record Receipt(int accepted, List<JobId> stale) {

        public Receipt {
            stale = List.copyOf(stale);
        }
    }
}
