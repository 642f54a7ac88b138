package dev.precept.registry.discussion;

import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;
import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;
import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEWER;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewComment;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.discussion.ThreadId;
import dev.precept.contracts.paging.Page;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed({POLICY_AUTHOR, POLICY_APPROVER, POLICY_ACTIVATOR, REVIEWER, REVIEW_LEAD})
class DiscussionController implements DiscussionApi {

    private final Discussions discussions;
    private final CurrentActor actor;

    DiscussionController(Discussions discussions, CurrentActor actor) {
        this.discussions = discussions;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<CommentThread> threads(String slug, int number, @Nullable String cursor) {
        return discussions.page(actor.get(), slug, number, cursor);
    }

    @Override
    public CommentThread open(String slug, int number, NewThread thread) {
        return discussions.open(actor.get(), slug, number, thread);
    }

    @Override
    public CommentThread answer(String slug, int number, ThreadId id, NewComment comment) {
        return discussions.answer(actor.get(), slug, number, id, comment.text());
    }

    @Override
    public CommentThread resolve(String slug, int number, ThreadId id) {
        return discussions.settle(actor.get(), slug, number, id, true);
    }

    @Override
    public CommentThread reopen(String slug, int number, ThreadId id) {
        return discussions.settle(actor.get(), slug, number, id, false);
    }
}
