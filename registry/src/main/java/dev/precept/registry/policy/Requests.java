package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.Demand;
import dev.precept.registry.access.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Holds versions against the rules of their policy.
@Component
class Requests {

    private final VersionRows versions;
    private final ApprovalRulesRows rules;
    private final Opinions opinions;
    private final List<ApprovalCondition> conditions;

    Requests(
            VersionRows versions,
            ApprovalRulesRows rules,
            Opinions opinions,
            List<ApprovalCondition> conditions) {
        this.versions = versions;
        this.rules = rules;
        this.opinions = opinions;
        this.conditions = List.copyOf(conditions);
    }

    Standing standing(VersionRow version) {
        boolean submitted = version.sha256() != null;
        return new Standing(
                version,
                rules.of(version.slug()),
                submitted ? opinions.approvals(version) : List.of());
    }

    /// Whether the rules keep somebody from making live what they wrote on.
    boolean barsFromActivating(Actor person, VersionRow version) {
        return version.wasWrittenBy(person.name())
                && rules.of(version.slug()).ask(Demand.WRITERS_MAY_NOT_ACTIVATE);
    }

    ApprovalRules rules(String slug) {
        return rules.of(slug);
    }

    /// What keeps a version from being approved, a sentence each.
    List<String> missing(Standing standing) {
        var version = standing.version();
        return switch (version.status()) {
            case DRAFT ->
                    moved(version)
                            .map(number ->
                                    List.of(
                                            "Version %d was approved since: merge it in."
                                                    .formatted(number),
                                            "It is a draft: submit it then."))
                            .orElseGet(() -> List.of("It is a draft: submit it."));
            case IN_REVIEW -> missingInReview(standing);
            case APPROVED, RETIRED -> List.of();
            case CLOSED -> List.of("It is closed: reopen it.");
        };
    }

    private List<String> missingInReview(Standing standing) {
        var version = standing.version();
        var missing = new ArrayList<>(standing.missing());
        moved(version)
                .ifPresent(number ->
                        missing.add(
                                "Version %d was approved since: take this one back and rebase it."
                                        .formatted(number)));
        var ref =
                new PolicyVersionRef(
                        version.slug(), version.number(), Objects.requireNonNull(version.sha256()));
        conditions.forEach(condition -> missing.addAll(condition.missing(standing.rules(), ref)));
        return missing;
    }

    /// The version that was approved since this one's base was taken.
    Optional<Integer> moved(VersionRow version) {
        boolean open =
                version.status() == PolicyVersionStatus.DRAFT
                        || version.status() == PolicyVersionStatus.IN_REVIEW;
        return open && versions.approvedCount(version.slug()) > version.lineage()
                ? versions.lastApproved(version.slug())
                : Optional.empty();
    }
}
