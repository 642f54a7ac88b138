package dev.precept.registry.policy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.ChangeRequest;
import dev.precept.contracts.request.ChangeRequest.People;
import dev.precept.contracts.request.ChangeRequest.You;
import dev.precept.contracts.request.Invitation;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows a version as a request: who was asked, who agreed, what is missing, and what the person
/// who looks may do.
@Service
@Transactional
class RequestDesk {

    private final VersionRows versions;
    private final Requests requests;
    private final Ledger ledger;

    RequestDesk(VersionRows versions, Requests requests, Ledger ledger) {
        this.versions = versions;
        this.requests = requests;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    public ChangeRequest get(Actor actor, String slug, int number) {
        return view(
                actor,
                versions.findBySlugAndNumber(slug, number)
                        .orElseThrow(() -> VersionDesk.noVersion(slug, number)));
    }

    public ChangeRequest invite(Actor actor, String slug, int number, Invitation invitation) {
        var person = invitation.person().strip();
        if (person.isEmpty() || person.length() > 120) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT, "Give a user name of 1 to 120 characters.");
        }
        var version =
                versions.lock(slug, number).orElseThrow(() -> VersionDesk.noVersion(slug, number));
        DraftPrivacy.requireWriter(actor, version);
        if (version.status() != PolicyVersionStatus.DRAFT) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d is %s; people are invited to drafts."
                            .formatted(number, version.status()));
        }
        if (versions.invite(slug, number, person) == 0) {
            return view(actor, version);
        }
        ledger.append(
                actor.name(),
                "policy.version.invited",
                VersionDesk.subject(slug),
                Map.of("number", number, "person", person));
        return get(actor, slug, number);
    }

    private ChangeRequest view(Actor actor, VersionRow version) {
        var standing = requests.standing(version);
        var missing = requests.missing(standing);
        return new ChangeRequest(
                version.status(),
                version.submission(),
                version.sha256(),
                version.baseNumber(),
                requests.moved(version).orElse(null),
                standing.rules(),
                new People(
                        version.author(),
                        version.lastEditor(),
                        version.editors(),
                        version.invited()),
                standing.asked(),
                missing,
                you(actor, standing, missing));
    }

    private You you(Actor actor, Standing standing, List<String> missing) {
        var version = standing.version();
        boolean reviewed = version.status() == PolicyVersionStatus.IN_REVIEW;
        var notReviewed = reviewed ? null : "It is not in review.";
        var noApprover =
                actor.is(Role.POLICY_APPROVER) ? null : "Only a policy approver decides on it.";
        return new You(
                first(
                        notReviewed,
                        standing.barred(actor.name()).orElse(null),
                        noApprover,
                        standing.approvedBy(actor.name()) ? "You have approved it." : null),
                first(notReviewed, noApprover),
                first(
                        notReviewed,
                        actor.is(Role.POLICY_APPROVER) || actor.is(Role.POLICY_AUTHOR)
                                ? null
                                : "Only an author or an approver concludes it.",
                        missing.isEmpty() ? null : missing.getFirst()),
                first(
                        notReviewed,
                        actor.is(Role.POLICY_AUTHOR) && DraftPrivacy.writes(actor, version)
                                ? null
                                : "Only who wrote it takes it back."),
                first(
                        version.status() == PolicyVersionStatus.APPROVED
                                ? null
                                : "It is not approved.",
                        actor.is(Role.POLICY_ACTIVATOR)
                                ? null
                                : "Only a policy activator makes it live.",
                        requests.barsFromActivating(actor, version)
                                ? "You wrote on it; another person makes it live."
                                : null));
    }

    private static @Nullable String first(@Nullable String... reasons) {
        for (var reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }
}
