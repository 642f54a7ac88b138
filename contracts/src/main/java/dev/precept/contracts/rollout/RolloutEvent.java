package dev.precept.contracts.rollout;

import java.time.Instant;

/// One step in the life of a rollout; it is kept for ever.
///
/// @param share that holds from then on, in percent
/// @param actor `precept` for what the registry did by itself
public record RolloutEvent(
        long sequence, Action action, int share, String actor, String reason, Instant at) {

    /// What happened.
    public enum Action {
        STARTED,
        STEPPED,
        HALTED,
        RESUMED,
        PROMOTED,
        ABORTED,
        /// The alias went back to an earlier version.
        ROLLED_BACK,
        /// The alias was moved elsewhere.
        SUPERSEDED
    }
}
