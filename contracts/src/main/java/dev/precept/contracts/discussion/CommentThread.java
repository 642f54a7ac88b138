package dev.precept.contracts.discussion;

import dev.precept.contracts.revision.Revisioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Comments on one place of a version's text, oldest first.
///
/// @param anchor the line where a rule started, and the rule; as given when the thread was opened
/// @param quote the line that the thread was opened on, as it stood; empty for the whole version
/// @param revision of the version that the anchor's line belongs to
/// @param resolvedBy null while it is open
public record CommentThread(
        ThreadId id,
        Anchor anchor,
        String quote,
        int revision,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        List<Comment> comments)
        implements Revisioned {

    public CommentThread {
        comments = List.copyOf(comments);
    }

    public boolean resolved() {
        return resolvedBy != null;
    }

    /// What somebody said; it never changes.
    public record Comment(String author, String text, Instant writtenAt) {}
}
