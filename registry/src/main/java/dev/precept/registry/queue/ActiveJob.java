package dev.precept.registry.queue;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job while it is leased.
///
/// @param fencingToken of the lease
/// @param attempts that count, this one included
public record ActiveJob(
        JobId id,
        ItemId itemId,
        PolicyVersionRef policyVersion,
        Purpose purpose,
        Lane lane,
        Origin origin,
        int fencingToken,
        int attempts,
        Instant createdAt,
        Instant leasedAt) {

    LeaseRef lease() {
        return new LeaseRef(id, fencingToken);
    }

    /// Where a job comes from.
    ///
    /// @param alias that was asked for; null if it was a fixed version
    /// @param batch that it belongs to, which may also be an evaluation or a rollout
    public record Origin(@Nullable String alias, @Nullable BatchId batch) {}
}
