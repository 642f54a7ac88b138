package dev.precept.registry.inbox;

import dev.precept.contracts.access.Inbox;
import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.Role;
import dev.precept.registry.access.Actor;
import dev.precept.registry.activation.ActivationMatters;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyDesk;
import dev.precept.registry.policy.RequestMatters;
import dev.precept.registry.queue.QueueDesk;
import dev.precept.registry.review.ReviewDesk;
import dev.precept.registry.rollout.RolloutMatters;
import java.util.ArrayList;
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
    private final RequestMatters requests;
    private final ActivationMatters activations;
    private final RolloutMatters rollouts;
    private final QueueDesk queue;
    private final Ledger ledger;

    Inboxes(
            ReviewDesk review,
            PolicyDesk policies,
            RequestMatters requests,
            ActivationMatters activations,
            RolloutMatters rollouts,
            QueueDesk queue,
            Ledger ledger) {
        this.review = review;
        this.policies = policies;
        this.requests = requests;
        this.activations = activations;
        this.rollouts = rollouts;
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
                actor.is(Role.POLICY_ACTIVATOR) ? policies.readyToActivate(actor) : List.of(),
                matters(actor),
                actor.is(Role.OPERATOR) ? queue.deadLetters() : 0);
    }

    private List<Matter> matters(Actor actor) {
        var matters = new ArrayList<Matter>();
        if (actor.is(Role.POLICY_APPROVER)) {
            matters.addAll(activations.toReview(actor));
        }
        if (actor.is(Role.POLICY_ACTIVATOR)) {
            matters.addAll(rollouts.halted());
            matters.addAll(activations.failed());
        }
        if (actor.is(Role.POLICY_AUTHOR)) {
            matters.addAll(requests.of(actor));
        }
        return matters;
    }

    public void signedIn(Actor actor) {
        ledger.append(
                actor.name(),
                "person.signed-in",
                "person:" + actor.name(),
                Map.of("roles", actor.roles().stream().map(Role::wireName).sorted().toList()));
    }
}
