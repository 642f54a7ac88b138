package dev.precept.registry.policy;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of a version until it is submitted; [ApprovalDesk] goes on from there. Every step is
/// one transaction that holds the version's row and writes the ledger.
@Service
@Transactional
class VersionDesk implements PolicyDrafts {

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Aliases aliases;
    private final ApprovalDesk approvals;
    private final Requests requests;
    private final Submission submission;
    private final Ledger ledger;
    private final Clock clock;

    VersionDesk(
            PolicyRows policies,
            VersionRows versions,
            Aliases aliases,
            ApprovalDesk approvals,
            Requests requests,
            Submission submission,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.aliases = aliases;
        this.approvals = approvals;
        this.requests = requests;
        this.submission = submission;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<PolicyVersionSummary> page(String slug, int before, int size) {
        var _ = policies.findById(slug).orElseThrow(() -> noPolicy(slug));
        var pointing = aliases.all().getOrDefault(slug, Map.of());
        var found =
                versions.before(slug, before, Limit.of(size + 1)).stream()
                        .map(facts -> PolicyViews.summary(facts, pointing))
                        .toList();
        return Page.of(found, size, version -> String.valueOf(version.number()));
    }

    @Transactional(readOnly = true)
    public PolicyVersion get(Actor actor, String slug, int number) {
        var version = find(slug, number);
        DraftPrivacy.requireReader(actor, version);
        return view(version);
    }

    public PolicyVersion draft(Actor actor, String slug, NewDraft wish) {
        PolicyDocument.requireSize(wish.text());
        var _ = policies.lock(slug).orElseThrow(() -> noPolicy(slug));
        var number = versions.highestNumber(slug) + 1;
        var version = new VersionRow(slug, number, wish.text(), actor.name(), clock.instant());
        version.basedOn(base(slug, wish.base()), versions.approvedCount(slug));
        versions.saveAndFlush(version);
        record(actor, "policy.version.drafted", version, Map.of());
        return view(version);
    }

    @Override
    public int open(Actor actor, String slug, String text, int base) {
        return draft(actor, slug, new NewDraft(text, base)).summary().number();
    }

    public PolicyVersion save(Actor actor, String slug, int number, DraftEdit edit) {
        PolicyDocument.requireSize(edit.text());
        var version = versions.hold(slug, number);
        DraftPrivacy.requireWriter(actor, version);
        requireStatus(version, PolicyVersionStatus.DRAFT, "Open a new draft from it instead.");
        requireRevision(version, edit.revision());
        version.edit(edit.text(), actor.name(), clock.instant());
        write(version);
        record(actor, "policy.version.saved", version, Map.of());
        return view(version);
    }

    /// @param basedOn the revision that was read, or null
    public PolicyVersion submit(Actor actor, String slug, int number, @Nullable Integer basedOn) {
        var _ = policies.lock(slug).orElseThrow(() -> noPolicy(slug));
        var version = versions.hold(slug, number);
        DraftPrivacy.requireWriter(actor, version);
        requireStatus(version, PolicyVersionStatus.DRAFT, "It was submitted already.");
        requireRevision(version, basedOn);
        requireRebased(version);
        var sealed = submission.seal(version);
        version.submit(sealed.sha256(), clock.instant());
        write(version);
        record(actor, "policy.version.submitted", version, Map.of("sha256", sealed.sha256()));
        var _ = approvals.settle(actor, version);
        return view(version);
    }

    static String subject(String slug) {
        return "policy:" + slug;
    }

    static PreceptException noPolicy(String slug) {
        return new PreceptException(ErrorCode.NOT_FOUND, "There is no policy " + slug + ".");
    }

    static PreceptException noVersion(String slug, int number) {
        return new PreceptException(
                ErrorCode.NOT_FOUND, "The policy %s has no version %d.".formatted(slug, number));
    }

    private VersionRow find(String slug, int number) {
        return versions.findBySlugAndNumber(slug, number)
                .orElseThrow(() -> noVersion(slug, number));
    }

    private void write(VersionRow version) {
        try {
            versions.saveAndFlush(version);
        } catch (OptimisticLockingFailureException moved) {
            throw stale(version, version.revision());
        }
    }

    private void record(Actor actor, String type, VersionRow version, Map<String, ?> facts) {
        var payload = new HashMap<String, Object>(facts);
        payload.put("number", version.number());
        payload.put("revision", version.revision());
        ledger.append(actor.name(), type, subject(version.slug()), payload);
    }

    private @Nullable Integer base(String slug, @Nullable Integer wish) {
        if (wish == null) {
            return versions.lastApproved(slug).orElse(null);
        }
        requireStatus(
                find(slug, wish),
                PolicyVersionStatus.APPROVED,
                "A draft is written from an approved version.");
        return wish;
    }

    private void requireRebased(VersionRow version) {
        requests.moved(version)
                .ifPresent(number -> {
                    throw new PreceptException(
                            ErrorCode.REBASE_NEEDED,
                            "Version %d was approved since version %d was begun. Merge it in, then submit again."
                                    .formatted(number, version.number()),
                            Map.of("onto", number));
                });
    }

    PolicyVersion view(VersionRow version) {
        var document = PolicyParser.parse(version.text());
        return PolicyViews.version(
                version,
                document,
                submission.lint(document),
                aliases.all().getOrDefault(version.slug(), Map.of()));
    }

    /// @param basedOn null agrees with any
    static void requireRevision(VersionRow version, @Nullable Integer basedOn) {
        if (basedOn != null && version.revision() != basedOn) {
            throw stale(version, basedOn);
        }
    }

    private static PreceptException stale(VersionRow version, int basedOn) {
        return new PreceptException(
                ErrorCode.STALE_WRITE,
                "This is based on revision %d, and version %d is at revision %d. Load it again and look whether it still holds."
                        .formatted(basedOn, version.number(), version.revision()),
                Map.of("basedOn", basedOn, "revision", version.revision()));
    }

    static void requireStatus(VersionRow version, PolicyVersionStatus needed, String advice) {
        if (version.status() != needed) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d is %s, not %s. %s"
                            .formatted(version.number(), version.status(), needed, advice));
        }
    }
}
