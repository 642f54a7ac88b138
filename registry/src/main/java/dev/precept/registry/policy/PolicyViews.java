package dev.precept.registry.policy;

import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows rows as the contracts have them.
final class PolicyViews {

    private PolicyViews() {}

    /// @param latest that the reader may see
    /// @param described the version whose labels are told
    static Policy policy(
            PolicyRow policy,
            @Nullable VersionRow latest,
            @Nullable VersionRow described,
            Map<String, Integer> aliases) {
        return new Policy(
                policy.slug(),
                policy.name(),
                policy.description(),
                policy.owningTeam(),
                policy.createdAt(),
                aliases,
                latest == null ? null : summary(latest, aliases),
                described == null ? List.of() : labels(described));
    }

    private static List<String> labels(VersionRow version) {
        return List.copyOf(PolicyParser.parse(version.text()).frontMatter().labels().keySet());
    }

    static PolicyVersion version(
            VersionRow version,
            PolicyDocument document,
            LintReport lint,
            Map<String, Integer> aliases) {
        return new PolicyVersion(
                summary(version, aliases),
                version.text(),
                document.rules(),
                document.examples(),
                lint);
    }

    static PolicyVersionSummary summary(VersionRow version, Map<String, Integer> aliases) {
        return summary(
                new VersionRows.Facts(
                        version.slug(),
                        version.number(),
                        version.status(),
                        version.revision(),
                        version.sha256(),
                        version.author(),
                        version.createdAt(),
                        version.updatedAt(),
                        version.submittedAt(),
                        version.approvedBy(),
                        version.approvedAt()),
                aliases);
    }

    static PolicyVersionSummary summary(VersionRows.Facts version, Map<String, Integer> aliases) {
        return new PolicyVersionSummary(
                version.slug(),
                version.number(),
                version.status(),
                version.revision(),
                version.sha256(),
                version.author(),
                version.createdAt(),
                version.updatedAt(),
                version.submittedAt(),
                version.approvedBy(),
                version.approvedAt(),
                aliases.entrySet().stream()
                        .filter(alias -> alias.getValue() == version.number())
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
