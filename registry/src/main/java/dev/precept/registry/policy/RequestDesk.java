package dev.precept.registry.policy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.request.ChangeRequest;
import dev.precept.contracts.request.ChangeRequest.People;
import dev.precept.contracts.request.ChangeRequest.You;
import dev.precept.registry.access.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows a version as a request: who was asked, who agreed, what is missing, and what the person
/// who looks may do.
@Service
@Transactional(readOnly = true)
class RequestDesk {

    private final VersionRows versions;
    private final Requests requests;

    RequestDesk(VersionRows versions, Requests requests) {
        this.versions = versions;
        this.requests = requests;
    }

    public ChangeRequest get(Actor actor, String slug, int number) {
        return view(
                actor,
                versions.findBySlugAndNumber(slug, number)
                        .orElseThrow(() -> VersionDesk.noVersion(slug, number)));
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
        var noWriter =
                actor.is(Role.POLICY_AUTHOR) && DraftPrivacy.writes(actor, version)
                        ? null
                        : "Only who wrote it or was invited to it does that.";
        var notReviewed = reviewed ? null : "It is not in review.";
        var noApprover =
                actor.is(Role.POLICY_APPROVER) ? null : "Only a policy approver decides on it.";
        return new You(
                noWriter,
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
                first(notReviewed, noWriter),
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
