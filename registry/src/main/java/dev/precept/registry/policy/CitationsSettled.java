package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.registry.policy.document.PolicyParser;
import java.util.List;
import org.springframework.stereotype.Component;

/// Asked of every version, whatever the rules: cases that came in while it was in review may rely
/// on a rule that it drops.
@Component
class CitationsSettled implements ApprovalCondition {

    private final VersionRows versions;
    private final CitedRules cited;

    CitationsSettled(VersionRows versions, CitedRules cited) {
        this.versions = versions;
        this.cited = cited;
    }

    @Override
    public List<String> missing(ApprovalRules rules, PolicyVersionRef version) {
        return versions.findBySlugAndNumber(version.slug(), version.number())
                .map(row -> cited.unsettled(row, PolicyParser.parse(row.text())))
                .filter(open -> !open.isEmpty())
                .map(open ->
                        List.of(CitedRules.explained(open) + " Take the version back to do so."))
                .orElse(List.of());
    }
}
