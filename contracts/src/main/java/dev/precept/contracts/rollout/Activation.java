package dev.precept.contracts.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An alias that is to move at an instant.
///
/// @param at the instant
/// @param zone in which the person thought of it, for example `Europe/Berlin`
/// @param local the same instant as a clock in that zone shows it, with its offset
/// @param failure why it did not happen; null unless it failed
public record Activation(
        ActivationId id,
        String slug,
        String alias,
        int version,
        Instant at,
        String zone,
        String local,
        String reason,
        State state,
        String createdBy,
        Instant createdAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable Failure failure) {

    /// How far it is.
    public enum State {
        PENDING,
        DONE,
        /// The rules did not allow it when its time came.
        FAILED,
        CANCELLED
    }

    /// A refusal as the API would have given it.
    public record Failure(String code, String detail) {}
}
