package dev.precept.console.requests;

import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewComment;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.paging.Page;
import java.util.List;
import java.util.function.Consumer;

/// What is said beside the lines of one version, and what this person may add.
///
/// @param changed gets each thread that this person has just changed
record Talk(
        DiscussionApi discussions,
        String slug,
        int number,
        Voice voice,
        Consumer<CommentThread> changed) {

    /// Characters of a comment.
    static final int MAX_COMMENT = 4_000;

    List<CommentThread> threads() {
        return Page.all(cursor -> discussions.threads(slug, number, cursor));
    }

    void open(Anchor anchor, String text) {
        changed.accept(discussions.open(slug, number, new NewThread(anchor, text)));
    }

    void answer(CommentThread thread, String text) {
        changed.accept(discussions.answer(slug, number, thread.id(), new NewComment(text)));
    }

    /// Resolves an open thread, and opens a resolved one again.
    void settle(CommentThread thread) {
        changed.accept(
                thread.resolved()
                        ? discussions.reopen(slug, number, thread.id())
                        : discussions.resolve(slug, number, thread.id()));
    }
}
