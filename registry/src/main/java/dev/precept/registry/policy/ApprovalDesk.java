package dev.precept.registry.policy;

import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.Demand;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The way of a version from review to approved, or back. Every step is one transaction that holds
/// first the policy's row, then the version's, so that of two versions one is approved before the
/// other; the database holds the same rules.
@Service
@Transactional
class ApprovalDesk {

    private static final int MAX_OPINION = 2_000;

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Opinions opinions;
    private final Requests requests;
    private final Ledger ledger;
    private final Clock clock;

    ApprovalDesk(
            PolicyRows policies,
            VersionRows versions,
            Opinions opinions,
            Requests requests,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.opinions = opinions;
        this.requests = requests;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Approves the version once nothing is missing; before that the approval is kept.
    public VersionRow approve(Actor actor, String slug, int number, Approval approval) {
        requireShort("comment", approval.comment());
        var version = lockInReview(slug, number);
        var standing = requests.standing(version);
        standing.barred(actor.name())
                .ifPresent(why -> {
                    throw new PreceptException(ErrorCode.FOUR_EYES, why);
                });
        var sealed = Objects.requireNonNull(version.sha256());
        if (!sealed.equals(approval.sha256())) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "The version in review has SHA-256 %s, not the one you read. Read it again."
                            .formatted(sealed));
        }
        if (standing.approvedBy(actor.name())) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "You have approved version %d; others are needed now.".formatted(number));
        }
        opinions.approve(version, actor, approval.comment());
        if (!settle(actor, version)) {
            record(actor, "policy.version.approval-given", version, Map.of("sha256", sealed));
        }
        return version;
    }

    /// @param basedOn the revision that was read, or null
    public VersionRow decline(
            Actor actor, String slug, int number, @Nullable Integer basedOn, Decline decline) {
        if (decline.reason().isBlank()) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT, "Say why, so that the author can mend it.");
        }
        requireShort("reason", decline.reason());
        var version = lockInReview(slug, number);
        VersionDesk.requireRevision(version, basedOn);
        var standing = requests.standing(version);
        boolean blocks = standing.rules().ask(Demand.DECLINE_BLOCKS);
        if (!blocks && standing.approvedBy(actor.name())) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "You have approved version %d, and a decline does not block here."
                            .formatted(number));
        }
        var sealed = Objects.requireNonNull(version.sha256());
        opinions.decline(version, actor, decline.reason());
        if (blocks) {
            version.sendBack(clock.instant());
            versions.saveAndFlush(version);
        }
        record(
                actor,
                "policy.version.declined",
                version,
                Map.of("sha256", sealed, "reason", decline.reason(), "blocks", blocks));
        return version;
    }

    public VersionRow conclude(Actor actor, String slug, int number) {
        var version = lockInReview(slug, number);
        if (!settle(actor, version)) {
            var missing = requests.missing(requests.standing(version));
            throw new PreceptException(
                    ErrorCode.REQUEST_INCOMPLETE,
                    "Version %d cannot be approved yet. %s"
                            .formatted(number, String.join(" ", missing)),
                    Map.of("missing", missing));
        }
        return version;
    }

    public VersionRow withdraw(Actor actor, String slug, int number) {
        var version = lockInReview(slug, number);
        DraftPrivacy.requireWriter(actor, version);
        var sealed = Objects.requireNonNull(version.sha256());
        version.sendBack(clock.instant());
        versions.saveAndFlush(version);
        record(actor, "policy.version.withdrawn", version, Map.of("sha256", sealed));
        return version;
    }

    /// Approves the version if nothing is missing.
    ///
    /// @return whether it is approved
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(Actor actor, VersionRow version) {
        var standing = requests.standing(version);
        if (!requests.missing(standing).isEmpty()) {
            return false;
        }
        var sealed = Objects.requireNonNull(version.sha256());
        var agreed = standing.asked().getFirst().agreed();
        version.approve(agreed.isEmpty() ? null : agreed.getLast(), clock.instant());
        versions.saveAndFlush(version);
        record(
                actor,
                "policy.version.approved",
                version,
                Map.of(
                        "sha256", sealed,
                        "approvals", agreed,
                        "rules", standing.rules().revision()));
        return true;
    }

    private VersionRow lockInReview(String slug, int number) {
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
        var version = versions.hold(slug, number);
        if (version.status() != PolicyVersionStatus.IN_REVIEW) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d is %s, not IN_REVIEW. Only a version in review can be."
                            .formatted(number, version.status()));
        }
        return version;
    }

    private void record(Actor actor, String type, VersionRow version, Map<String, ?> facts) {
        var payload = new HashMap<String, Object>(facts);
        payload.put("number", version.number());
        payload.put("revision", version.revision());
        ledger.append(actor.name(), type, VersionDesk.subject(version.slug()), payload);
    }

    private static void requireShort(String field, String text) {
        if (text.length() > MAX_OPINION) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "%s has %,d characters; give at most %,d."
                            .formatted(field, text.length(), MAX_OPINION));
        }
    }
}
