package dev.precept.registry.policy;

import static dev.precept.contracts.access.RoleName.AUDITOR;
import static dev.precept.contracts.access.RoleName.OPERATOR;
import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;
import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;
import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEWER;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;
import static dev.precept.contracts.access.RoleName.WORKER;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintRequest;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Opinion;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.policy.VersionDiff;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Cursors;
import dev.precept.registry.wire.PageSize;
import dev.precept.registry.wire.Revisions;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PolicyController implements PolicyApi {

    private final PolicyCatalogue catalogue;
    private final VersionDesk desk;
    private final ApprovalDesk approvals;
    private final DraftPrivacy privacy;
    private final PolicyReading reading;
    private final CurrentActor actor;

    PolicyController(
            PolicyCatalogue catalogue,
            VersionDesk desk,
            ApprovalDesk approvals,
            DraftPrivacy privacy,
            PolicyReading reading,
            CurrentActor actor) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.approvals = approvals;
        this.privacy = privacy;
        this.reading = reading;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<Policy> page(@Nullable String cursor, int size) {
        return catalogue.page(actor.get(), Cursors.slug(cursor), PageSize.of(size));
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public Policy create(NewPolicy policy) {
        return catalogue.create(actor.get(), policy);
    }

    @Override
    @AnyPerson
    public Policy get(String slug) {
        return catalogue.get(actor.get(), slug);
    }

    @Override
    @AnyPerson
    public Page<PolicyVersionSummary> versions(String slug, @Nullable String cursor, int size) {
        return desk.page(slug, Cursors.position(cursor, Integer.MAX_VALUE), PageSize.of(size));
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public PolicyVersion draft(String slug, NewDraft draft) {
        return desk.draft(actor.get(), slug, draft);
    }

    @Override
    @AnyPerson
    public PolicyVersion version(String slug, int number) {
        return desk.get(actor.get(), slug, number);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public PolicyVersion save(String slug, int number, DraftEdit edit) {
        return desk.save(actor.get(), slug, number, edit);
    }

    @Override
    @RolesAllowed(POLICY_AUTHOR)
    public PolicyVersion submit(String slug, int number, @Nullable String revision) {
        return desk.submit(actor.get(), slug, number, Revisions.ifGiven(revision));
    }

    @Override
    @RolesAllowed(POLICY_APPROVER)
    public PolicyVersion approve(String slug, int number, Approval approval) {
        return desk.view(approvals.approve(actor.get(), slug, number, approval));
    }

    @Override
    @RolesAllowed(POLICY_APPROVER)
    public PolicyVersion decline(
            String slug, int number, @Nullable String revision, Decline decline) {
        var read = Revisions.ifGiven(revision);
        return desk.view(approvals.decline(actor.get(), slug, number, read, decline));
    }

    @Override
    @AnyPerson
    public Page<Opinion> opinions(String slug, int number, @Nullable String cursor, int size) {
        privacy.requireReader(actor.get(), slug, number);
        return reading.opinions(slug, number, Cursors.id(cursor), PageSize.of(size));
    }

    @Override
    @RolesAllowed(POLICY_ACTIVATOR)
    public Policy pointAlias(String slug, String alias, AliasTarget target) {
        return catalogue.point(actor.get(), slug, alias, target);
    }

    @Override
    @AnyPerson
    public VersionDiff diff(String slug, int from, int to) {
        privacy.requireReader(actor.get(), slug, from);
        privacy.requireReader(actor.get(), slug, to);
        return reading.diff(slug, from, to);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, POLICY_APPROVER, POLICY_ACTIVATOR, REVIEW_LEAD})
    public LintReport lint(LintRequest request) {
        return reading.lint(request.text());
    }

    @Override
    @RolesAllowed({
        POLICY_AUTHOR,
        POLICY_APPROVER,
        POLICY_ACTIVATOR,
        REVIEWER,
        REVIEW_LEAD,
        AUDITOR,
        OPERATOR,
        WORKER
    })
    public PolicyBundle bundle(String sha256) {
        privacy.requireBundleReader(actor.get(), sha256);
        return reading.bundle(sha256);
    }
}
