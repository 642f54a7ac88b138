package dev.precept.registry.policy;

import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;
import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;

import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequest;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Invitation;
import dev.precept.contracts.request.Merge;
import dev.precept.contracts.request.Rebase;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Revisions;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RequestController implements ChangeRequestApi {

    private final ApprovalRulesDesk rules;
    private final RequestDesk requests;
    private final ApprovalDesk approvals;
    private final InvitationDesk invitations;
    private final ClosingDesk closing;
    private final RebaseDesk rebases;
    private final VersionDesk versions;
    private final CurrentActor actor;

    RequestController(
            ApprovalRulesDesk rules,
            RequestDesk requests,
            ApprovalDesk approvals,
            InvitationDesk invitations,
            ClosingDesk closing,
            RebaseDesk rebases,
            VersionDesk versions,
            CurrentActor actor) {
        this.rules = rules;
        this.requests = requests;
        this.approvals = approvals;
        this.invitations = invitations;
        this.closing = closing;
        this.rebases = rebases;
        this.versions = versions;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public ApprovalRules rules(String slug) {
        return rules.of(slug);
    }

    @Override
    @RolesAllowed(POLICY_APPROVER)
    public ApprovalRules setRules(String slug, String revision, ApprovalRulesEdit edit) {
        return rules.set(actor.get(), slug, Revisions.basedOn(revision), edit);
    }

    @Override
    @AnyPerson
    public ChangeRequest request(String slug, int number) {
        return requests.get(actor.get(), slug, number);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, POLICY_APPROVER})
    public ChangeRequest conclude(String slug, int number) {
        var _ = approvals.conclude(actor.get(), slug, number);
        return requests.get(actor.get(), slug, number);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public ChangeRequest withdraw(String slug, int number) {
        var _ = approvals.withdraw(actor.get(), slug, number);
        return requests.get(actor.get(), slug, number);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public ChangeRequest invite(String slug, int number, Invitation invitation) {
        invitations.invite(actor.get(), slug, number, invitation);
        return requests.get(actor.get(), slug, number);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public ChangeRequest uninvite(String slug, int number, String person) {
        invitations.takeBack(actor.get(), slug, number, person);
        return requests.get(actor.get(), slug, number);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public ChangeRequest close(String slug, int number) {
        closing.close(actor.get(), slug, number);
        return requests.get(actor.get(), slug, number);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public ChangeRequest reopen(String slug, int number) {
        closing.reopen(actor.get(), slug, number);
        return requests.get(actor.get(), slug, number);
    }

    @Override
    @AnyPerson
    public Merge merge(String slug, int number) {
        return rebases.merge(actor.get(), slug, number);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public PolicyVersion rebase(String slug, int number, Rebase rebase) {
        return versions.view(rebases.rebase(actor.get(), slug, number, rebase));
    }
}
