package dev.precept.contracts.queue;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import java.time.Instant;

/// A job that was given up.
///
/// @param code and detail of the last failure
public record DeadLetter(
        JobId jobId,
        ItemId itemId,
        PolicyVersionRef policyVersion,
        int attempts,
        String code,
        String detail,
        Instant diedAt) {}
