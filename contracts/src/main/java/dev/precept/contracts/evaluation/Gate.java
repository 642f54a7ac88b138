package dev.precept.contracts.evaluation;

/// One thing that a version must show.
///
/// @param limit the least for recall, precision and F1, the most for the others
public record Gate(Kind kind, double limit) {

    /// What is measured, on the newest finished run of the version.
    public enum Kind {
        RECALL,
        PRECISION,
        F1,
        /// Protected golden cases that are judged wrong.
        PROTECTED_WRONG,
        /// The share of replayed items whose outcome changes.
        REPLAY_CHANGE
    }
}
