package dev.precept.registry.inbox;

import dev.precept.contracts.access.Inbox;
import dev.precept.contracts.access.Role;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyDesk;
import dev.precept.registry.queue.QueueDesk;
import dev.precept.registry.review.ReviewDesk;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what waits for a person; what the person's roles do not concern is empty.
@Service
@Transactional
class Inboxes {

    private final ReviewDesk review;
    private final PolicyDesk policies;
    private final QueueDesk queue;
    private final Ledger ledger;

    Inboxes(ReviewDesk review, PolicyDesk policies, QueueDesk queue, Ledger ledger) {
        this.review = review;
        this.policies = policies;
        this.queue = queue;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    public Inbox of(Actor actor) {
        var reviews = actor.is(Role.REVIEWER) || actor.is(Role.REVIEW_LEAD);
        return new Inbox(
                reviews ? review.free(actor) : 0,
                reviews ? review.held(actor) : 0,
                actor.is(Role.POLICY_APPROVER) ? policies.awaitingApproval(actor) : List.of(),
                actor.is(Role.POLICY_AUTHOR) ? policies.drafts(actor) : List.of(),
                actor.is(Role.POLICY_ACTIVATOR) ? policies.readyToActivate() : List.of(),
                actor.is(Role.OPERATOR) ? queue.deadLetters() : 0);
    }

    public void signedIn(Actor actor) {
        ledger.append(
                actor.name(),
                "person.signed-in",
                "person:" + actor.name(),
                Map.of("roles", actor.roles().stream().map(Role::wireName).sorted().toList()));
    }
}
