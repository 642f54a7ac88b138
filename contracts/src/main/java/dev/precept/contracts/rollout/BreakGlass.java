package dev.precept.contracts.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An activation past closed gates. It holds until it expires, unless another person accepts it
/// before; a review is owed in any case.
///
/// @param from the version that the alias falls back to
/// @param to the version that was activated
/// @param closed the gates that were closed, with their figures
/// @param end how it ended; null while it holds
/// @param review null while it is owed
public record BreakGlass(
        BreakGlassId id,
        String slug,
        String alias,
        int from,
        int to,
        String reason,
        String closed,
        String brokenBy,
        Instant brokenAt,
        Instant expiresAt,
        @Nullable End end,
        @Nullable Instant endedAt,
        @Nullable Review review) {

    /// How a break-glass ended.
    public enum End {
        /// Another person accepted it: the version stays.
        ACCEPTED,
        /// Another person rejected it: the alias went back.
        REJECTED,
        /// Nobody accepted it in time: the alias went back.
        EXPIRED,
        /// The alias was moved meanwhile.
        LEFT
    }

    /// What another person says of it.
    public record Review(boolean accepted, String by, Instant at, String note) {}
}
