package dev.precept.contracts.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change of an alias; it is kept for ever and never changes.
///
/// @param sequence orders moves; a later one is greater
/// @param from null when the alias was made
public record AliasMove(
        long sequence,
        String slug,
        String alias,
        @Nullable Integer from,
        int to,
        Cause cause,
        String reason,
        String movedBy,
        Instant movedAt) {

    /// Why an alias moved.
    public enum Cause {
        /// Somebody pointed it there.
        POINTED,
        /// Somebody went back to the version before.
        ROLLED_BACK,
        /// A rollout's candidate was promoted.
        PROMOTED,
        /// It had been scheduled.
        SCHEDULED,
        /// Somebody moved it past closed gates; another person must review that.
        BREAK_GLASS
    }
}
