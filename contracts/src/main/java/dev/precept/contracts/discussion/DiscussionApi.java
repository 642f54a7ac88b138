package dev.precept.contracts.discussion;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Threads of comments on a version.
@HttpExchange("/v1/policies/{slug}/versions/{number}/threads")
public interface DiscussionApi {

    /// Oldest first.
    @GetExchange
    Page<CommentThread> threads(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @PostExchange
    CommentThread open(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestBody NewThread thread);

    @PostExchange("/{id}/comments")
    CommentThread answer(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @PathVariable("id") ThreadId id,
            @RequestBody NewComment comment);

    /// Whoever opened it may, and an approver who did not write on the version.
    @PostExchange("/{id}/resolve")
    CommentThread resolve(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @PathVariable("id") ThreadId id);

    @PostExchange("/{id}/reopen")
    CommentThread reopen(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @PathVariable("id") ThreadId id);
}
