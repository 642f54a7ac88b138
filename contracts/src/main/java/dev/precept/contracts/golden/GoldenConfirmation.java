package dev.precept.contracts.golden;

/// Imports what an upload holds.
///
/// @param revision of the upload that was looked at
public record GoldenConfirmation(int revision, Changed changed) {

    /// What happens to cases of the set whose expectation the file changes.
    public enum Changed {
        /// They stay as they are.
        KEEP,
        /// They are retired, and those of the file take their place. Frozen sets keep the old ones.
        REPLACE
    }
}
