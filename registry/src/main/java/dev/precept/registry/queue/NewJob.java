package dev.precept.registry.queue;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.Purpose;
import org.jspecify.annotations.Nullable;

/// Work to be queued: one item under one policy version.
///
/// @param policyVersion that judges it, unless the alias points elsewhere when the job is leased
/// @param alias that was asked for; null keeps the version
public record NewJob(
        ItemId itemId,
        PolicyVersionRef policyVersion,
        Purpose purpose,
        Lane lane,
        @Nullable BatchId batchId,
        @Nullable String alias) {

    /// A job that keeps its version.
    public NewJob(
            ItemId itemId,
            PolicyVersionRef policyVersion,
            Purpose purpose,
            Lane lane,
            @Nullable BatchId batchId) {
        this(itemId, policyVersion, purpose, lane, batchId, null);
    }
}
