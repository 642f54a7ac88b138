package dev.precept.registry.queue;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.Purpose;
import org.jspecify.annotations.Nullable;

/// Work to be queued: one item under one policy version.
public record NewJob(
        ItemId itemId,
        PolicyVersionRef policyVersion,
        Purpose purpose,
        Lane lane,
        @Nullable BatchId batchId) {}
