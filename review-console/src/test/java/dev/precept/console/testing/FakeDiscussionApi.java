package dev.precept.console.testing;

import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.CommentThread.Comment;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewComment;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.discussion.ThreadId;
import dev.precept.contracts.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Threads in memory; everything is said by ben.
public final class FakeDiscussionApi implements DiscussionApi {

    private final List<CommentThread> threads = new ArrayList<>();

    public FakeDiscussionApi with(Anchor anchor, String quote, String text) {
        threads.add(
                new CommentThread(
                        new ThreadId(new UUID(0, threads.size())),
                        anchor,
                        quote,
                        0,
                        null,
                        null,
                        List.of(new Comment("ben", text, Samples.NOW))));
        return this;
    }

    @Override
    public Page<CommentThread> threads(String slug, int number, @Nullable String cursor) {
        return new Page<>(threads, null);
    }

    @Override
    public CommentThread open(String slug, int number, NewThread thread) {
        with(thread.anchor(), "", thread.text());
        return threads.getLast();
    }

    @Override
    public CommentThread answer(String slug, int number, ThreadId id, NewComment comment) {
        var thread = threads.get(index(id));
        return put(
                thread,
                thread.resolvedBy(),
                Stream.concat(
                                thread.comments().stream(),
                                Stream.of(new Comment("ben", comment.text(), Samples.NOW)))
                        .toList());
    }

    @Override
    public CommentThread resolve(String slug, int number, ThreadId id) {
        var thread = threads.get(index(id));
        return put(thread, "ben", thread.comments());
    }

    @Override
    public CommentThread reopen(String slug, int number, ThreadId id) {
        var thread = threads.get(index(id));
        return put(thread, null, thread.comments());
    }

    private CommentThread put(
            CommentThread old, @Nullable String resolvedBy, List<Comment> comments) {
        var now =
                new CommentThread(
                        old.id(),
                        old.anchor(),
                        old.quote(),
                        old.revision(),
                        resolvedBy,
                        resolvedBy == null ? null : Samples.NOW,
                        comments);
        threads.set(index(old.id()), now);
        return now;
    }

    private static int index(ThreadId id) {
        return (int) id.value().getLeastSignificantBits();
    }
}
