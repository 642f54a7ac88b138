package dev.precept.registry.policy;

import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.registry.access.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What waits for people.
@Service
@Transactional(readOnly = true)
public class PolicyDesk {

    private final VersionRows versions;
    private final Requests requests;
    private final Aliases aliases;

    PolicyDesk(VersionRows versions, Requests requests, Aliases aliases) {
        this.requests = requests;
        this.versions = versions;
        this.aliases = aliases;
    }

    /// Versions in review that this person's approval would bring further.
    public List<PolicyVersionSummary> awaitingApproval(Actor approver) {
        return summaries(
                versions.findByStatusOrderByUpdatedAtDesc(PolicyVersionStatus.IN_REVIEW).stream()
                        .filter(version -> requests.standing(version).asks(approver))
                        .toList());
    }

    public List<PolicyVersionSummary> drafts(Actor author) {
        return summaries(
                versions.findByAuthorAndStatusOrderByUpdatedAtDesc(
                        author.name(), PolicyVersionStatus.DRAFT));
    }

    /// The newest approved version of each policy, where `live` points at an older one or nowhere
    /// and the rules let this person make it live.
    public List<PolicyVersionSummary> readyToActivate(Actor activator) {
        var pointing = aliases.all();
        return summaries(
                versions.newestApproved().stream()
                        .filter(version ->
                                version.number()
                                        > pointing.getOrDefault(version.slug(), Map.of())
                                                .getOrDefault(Policy.LIVE, 0))
                        .filter(version -> !requests.barsFromActivating(activator, version))
                        .toList());
    }

    private List<PolicyVersionSummary> summaries(Collection<VersionRow> rows) {
        var pointing = aliases.all();
        return rows.stream()
                .map(row -> PolicyViews.summary(row, pointing.getOrDefault(row.slug(), Map.of())))
                .toList();
    }
}
