package dev.precept.contracts.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A name that traffic uses, and the version that it means now.
///
/// @param reason of the newest move; empty if none was given
/// @param previous the version that a rollback goes back to; null if there is none
public record Alias(
        String slug,
        String name,
        int number,
        String movedBy,
        Instant movedAt,
        AliasMove.Cause cause,
        String reason,
        @Nullable Integer previous) {}
