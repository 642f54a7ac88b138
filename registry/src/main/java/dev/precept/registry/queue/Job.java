package dev.precept.registry.queue;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobStatus;
import org.jspecify.annotations.Nullable;

/// Where one job stands.
///
/// @param attempts begun so far
/// @param reason why the last attempt failed, if one did
public record Job(
        JobId id,
        ItemId itemId,
        PolicyVersionRef policyVersion,
        JobStatus status,
        int attempts,
        @Nullable String reason) {}
