package dev.precept.contracts.intake;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobStatus;
import dev.precept.contracts.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item and what is known of it.
///
/// @param outstanding the jobs without a verdict: waiting, running, dead or cancelled
public record Classification(
        ItemId id,
        Status status,
        @Nullable String externalId,
        Instant submittedAt,
        List<Verdict> verdicts,
        List<Outstanding> outstanding) {

    public Classification {
        verdicts = List.copyOf(verdicts);
        outstanding = List.copyOf(outstanding);
    }

    /// The same for somebody who is no reviewer.
    public Classification withoutAccounts() {
        return new Classification(
                id,
                status,
                externalId,
                submittedAt,
                verdicts.stream().map(Verdict::withoutAccount).toList(),
                outstanding);
    }

    /// Where an item stands, over all policies asked of it.
    public enum Status {
        /// Some job still waits or runs.
        PENDING,
        /// Every policy asked for has its verdict.
        DONE,
        /// Nothing runs any more, and some policy has no verdict: see the outstanding jobs.
        FAILED
    }

    /// A job without a verdict.
    ///
    /// @param reason why the last attempt failed, if one did
    /// @param thought what the model has written so far, where somebody watches it
    public record Outstanding(
            JobId jobId,
            PolicyVersionRef policyVersion,
            JobStatus status,
            int attempts,
            @Nullable String reason,
            @Nullable String thought) {}
}
