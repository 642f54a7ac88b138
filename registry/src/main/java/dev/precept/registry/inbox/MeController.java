package dev.precept.registry.inbox;

import static dev.precept.contracts.access.RoleName.AUDITOR;
import static dev.precept.contracts.access.RoleName.OPERATOR;
import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;
import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;
import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEWER;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.access.Inbox;
import dev.precept.contracts.access.MeApi;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController implements MeApi {

    private final Inboxes inboxes;
    private final CurrentActor actor;

    MeController(Inboxes inboxes, CurrentActor actor) {
        this.inboxes = inboxes;
        this.actor = actor;
    }

    @Override
    @RolesAllowed({
        POLICY_AUTHOR,
        POLICY_APPROVER,
        POLICY_ACTIVATOR,
        REVIEWER,
        REVIEW_LEAD,
        AUDITOR,
        OPERATOR
    })
    public Inbox inbox() {
        return inboxes.of(actor.get());
    }

    @Override
    @RolesAllowed({
        POLICY_AUTHOR,
        POLICY_APPROVER,
        POLICY_ACTIVATOR,
        REVIEWER,
        REVIEW_LEAD,
        AUDITOR,
        OPERATOR
    })
    public void signedIn() {
        inboxes.signedIn(actor.get());
    }
}
