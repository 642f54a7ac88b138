package dev.precept.contracts.queue;

import dev.precept.contracts.verdict.Account;

/// What a model has written so far on a job that somebody watches.
///
/// @param text all of it, not only what is new; it may quote the content
public record Thought(LeaseRef lease, String text) {

    public Thought {
        text = text.substring(0, Math.min(text.length(), Account.MAX_REASONING));
    }

    /// Shows the size only.
    @Override
    public String toString() {
        return "Thought[" + lease + ", " + text.length() + " characters]";
    }
}
