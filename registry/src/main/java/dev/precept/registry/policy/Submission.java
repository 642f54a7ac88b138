package dev.precept.registry.policy;

import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.document.BundleSealer;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import dev.precept.registry.policy.lint.LintDesk;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Seals a draft's text into a bundle, if the linter lets it.
@Component
class Submission {

    private final PolicyRows policies;
    private final Bundles bundles;
    private final BundleSealer sealer;
    private final LintDesk linter;
    private final CitedRules cited;

    Submission(
            PolicyRows policies,
            Bundles bundles,
            BundleSealer sealer,
            LintDesk linter,
            CitedRules cited) {
        this.linter = linter;
        this.cited = cited;
        this.policies = policies;
        this.bundles = bundles;
        this.sealer = sealer;
    }

    /// As [#snapshot], if no rule vanishes that people still rely on. Holds the policy's row, so
    /// that no golden case comes in meanwhile.
    ///
    /// @throws PreceptException `policy-invalid` with the findings; `rules-cited` with the counts
    PolicyVersionRef seal(VersionRow version) {
        var _ = policies.lock(version.slug());
        var document = PolicyParser.parse(version.text());
        requireSubmittable(linter.lint(document));
        cited.requireSettled(version, document);
        return snapshot(version);
    }

    /// Keeps what stands saved as a bundle.
    ///
    /// @throws PreceptException `policy-invalid` with the findings
    PolicyVersionRef snapshot(VersionRow version) {
        var document = PolicyParser.parse(version.text());
        requireSubmittable(linter.lint(document));
        var sealed = sealed(version, document);
        bundles.keep(sealed);
        return sealed.bundle().ref();
    }

    /// The hash that [#snapshot] would give, without keeping anything.
    ///
    /// @return nothing if the text has errors
    Optional<String> hash(VersionRow version) {
        var document = PolicyParser.parse(version.text());
        return linter.lint(document).submittable()
                ? Optional.of(sealed(version, document).bundle().sha256())
                : Optional.empty();
    }

    private BundleSealer.Sealed sealed(VersionRow version, PolicyDocument document) {
        var name = policies.findById(version.slug()).map(PolicyRow::name).orElse(version.slug());
        return sealer.seal(version.slug(), version.number(), name, document);
    }

    LintReport lint(PolicyDocument document) {
        return linter.lint(document);
    }

    private static void requireSubmittable(LintReport report) {
        if (report.submittable()) {
            return;
        }
        var errors =
                report.findings().stream()
                        .filter(finding -> finding.severity() == LintReport.Severity.ERROR)
                        .toList();
        var first = errors.getFirst();
        throw new PreceptException(
                ErrorCode.POLICY_INVALID,
                "The document has %d %s. The first is on line %d: %s %s"
                        .formatted(
                                errors.size(),
                                errors.size() == 1 ? "error" : "errors",
                                first.line(),
                                first.message(),
                                first.suggestion()),
                Map.of("findings", errors));
    }
}
