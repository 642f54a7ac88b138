package dev.precept.registry.policy;

import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of a version: draft, submit, approve or decline. Every step is one transaction that
/// holds the version's row and writes the ledger.
@Service
@Transactional
class VersionDesk {

    private static final int MAX_OPINION = 2_000;

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Aliases aliases;
    private final Opinions opinions;
    private final Submission submission;
    private final Ledger ledger;
    private final Clock clock;

    VersionDesk(
            PolicyRows policies,
            VersionRows versions,
            Aliases aliases,
            Opinions opinions,
            Submission submission,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.aliases = aliases;
        this.opinions = opinions;
        this.submission = submission;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<PolicyVersionSummary> list(String slug) {
        var _ = policies.findById(slug).orElseThrow(() -> noPolicy(slug));
        var pointing = aliases.all().getOrDefault(slug, Map.of());
        return versions.findBySlugOrderByNumberDesc(slug).stream()
                .map(version -> PolicyViews.summary(version, pointing))
                .toList();
    }

    @Transactional(readOnly = true)
    public PolicyVersion get(String slug, int number) {
        return view(find(slug, number));
    }

    public PolicyVersion draft(Actor actor, String slug, NewDraft wish) {
        requireSize(wish.text());
        var _ = policies.lock(slug).orElseThrow(() -> noPolicy(slug));
        var number = versions.highestNumber(slug) + 1;
        var version =
                versions.saveAndFlush(
                        new VersionRow(slug, number, wish.text(), actor.name(), clock.instant()));
        record(actor, "policy.version.drafted", version, Map.of());
        return view(version);
    }

    public PolicyVersion save(Actor actor, String slug, int number, DraftEdit edit) {
        requireSize(edit.text());
        var version = lock(slug, number);
        requireStatus(version, PolicyVersionStatus.DRAFT, "Open a new draft from it instead.");
        if (version.revision() != edit.revision()) {
            throw stale(version, edit.revision());
        }
        version.edit(edit.text(), actor.name(), clock.instant());
        write(version);
        record(actor, "policy.version.saved", version, Map.of());
        return view(version);
    }

    public PolicyVersion submit(Actor actor, String slug, int number) {
        var version = lock(slug, number);
        requireStatus(version, PolicyVersionStatus.DRAFT, "It was submitted already.");
        var sealed = submission.seal(version);
        version.submit(sealed.sha256(), clock.instant());
        write(version);
        record(actor, "policy.version.submitted", version, Map.of("sha256", sealed.sha256()));
        return view(version);
    }

    public PolicyVersion approve(Actor actor, String slug, int number, Approval approval) {
        requireShort("comment", approval.comment());
        var version = lock(slug, number);
        requireStatus(version, PolicyVersionStatus.IN_REVIEW, "Only a version in review can be.");
        if (version.wasWrittenBy(actor.name())) {
            throw new PreceptException(
                    ErrorCode.FOUR_EYES,
                    "You wrote or edited version %d; another person must approve it."
                            .formatted(number));
        }
        var sealed = Objects.requireNonNull(version.sha256());
        if (!sealed.equals(approval.sha256())) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "The version in review has SHA-256 %s, not the one you read. Read it again."
                            .formatted(sealed));
        }
        version.approve(actor.name(), clock.instant());
        write(version);
        opinions.approve(version.slug(), number, sealed, actor.name(), approval.comment());
        record(actor, "policy.version.approved", version, Map.of("sha256", sealed));
        return view(version);
    }

    public PolicyVersion decline(Actor actor, String slug, int number, Decline decline) {
        if (decline.reason().isBlank()) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT, "Say why, so that the author can mend it.");
        }
        requireShort("reason", decline.reason());
        var version = lock(slug, number);
        requireStatus(version, PolicyVersionStatus.IN_REVIEW, "Only a version in review can be.");
        var sealed = Objects.requireNonNull(version.sha256());
        version.sendBack(clock.instant());
        write(version);
        opinions.decline(version.slug(), number, sealed, actor.name(), decline.reason());
        record(
                actor,
                "policy.version.declined",
                version,
                Map.of("sha256", sealed, "reason", decline.reason()));
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

    private VersionRow lock(String slug, int number) {
        return versions.lock(slug, number).orElseThrow(() -> noVersion(slug, number));
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

    private PolicyVersion view(VersionRow version) {
        var document = PolicyParser.parse(version.text());
        return PolicyViews.version(
                version,
                document,
                submission.lint(document),
                aliases.all().getOrDefault(version.slug(), Map.of()));
    }

    private static PreceptException stale(VersionRow version, int basedOn) {
        return new PreceptException(
                ErrorCode.STALE_WRITE,
                "Your edit was based on revision %d, and version %d is at revision %d. Load it again and repeat your change."
                        .formatted(basedOn, version.number(), version.revision()),
                Map.of("basedOn", basedOn, "revision", version.revision()));
    }

    private static void requireStatus(
            VersionRow version, PolicyVersionStatus needed, String advice) {
        if (version.status() != needed) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d is %s, not %s. %s"
                            .formatted(version.number(), version.status(), needed, advice));
        }
    }

    private static void requireShort(String field, String text) {
        if (text.length() > MAX_OPINION) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "%s has %,d characters; give at most %,d."
                            .formatted(field, text.length(), MAX_OPINION));
        }
    }

    private static void requireSize(String text) {
        if (text.length() > PolicyDocument.MAX_CHARACTERS) {
            throw new PreceptException(
                    ErrorCode.CONTENT_TOO_LARGE,
                    "The text has %,d characters; a policy has at most %,d. Split it."
                            .formatted(text.length(), PolicyDocument.MAX_CHARACTERS));
        }
    }
}
