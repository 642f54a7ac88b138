package dev.precept.contracts.access;

import java.time.Instant;

/// Something at a policy that went wrong, or that somebody owes.
///
/// @param version that it is about
/// @param detail what happened and why, a sentence or two
/// @param since when it came up
public record Matter(Kind kind, String slug, int version, String detail, Instant since) {

    /// What it is, and with it where it is mended.
    public enum Kind {
        /// An alias went past closed gates; review it. For approvers other than who broke the
        /// glass.
        BREAK_GLASS_UNREVIEWED,
        /// A rollout halted; resume or abort it. For activators.
        ROLLOUT_HALTED,
        /// A scheduled activation was refused when its time came. For activators, until the alias
        /// moves, another activation of it is scheduled, or two weeks are over.
        ACTIVATION_FAILED,
        /// An approver declined a version that the caller writes on; mend it and submit it again.
        REQUEST_DECLINED,
        /// Another version was approved since; merge it in. For those who write on the version.
        REQUEST_TO_MERGE,
        /// Nothing is missing any more; conclude it. For those who write on the version.
        REQUEST_TO_CONCLUDE
    }
}
