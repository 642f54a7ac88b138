package dev.precept.registry.policy;

import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.Opinion;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.VersionDiff;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyLinter;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks at texts without changing anything.
@Service
@Transactional(readOnly = true)
class PolicyReading {

    private final VersionRows versions;
    private final Bundles bundles;
    private final Opinions opinions;

    PolicyReading(VersionRows versions, Bundles bundles, Opinions opinions) {
        this.versions = versions;
        this.bundles = bundles;
        this.opinions = opinions;
    }

    public VersionDiff diff(String slug, int from, int to) {
        return VersionDiffer.diff(slug, version(slug, from), version(slug, to));
    }

    public List<Opinion> opinions(String slug, int number) {
        var found = version(slug, number);
        return opinions.of(found.slug(), found.number());
    }

    public LintReport lint(String text) {
        if (text.length() > PolicyDocument.MAX_CHARACTERS) {
            throw new PreceptException(
                    ErrorCode.CONTENT_TOO_LARGE,
                    "The text has %,d characters; a policy has at most %,d. Split it."
                            .formatted(text.length(), PolicyDocument.MAX_CHARACTERS));
        }
        return PolicyLinter.lint(text);
    }

    public PolicyBundle bundle(String sha256) {
        return bundles.get(sha256);
    }

    private VersionRow version(String slug, int number) {
        return versions.findBySlugAndNumber(slug, number)
                .orElseThrow(() -> VersionDesk.noVersion(slug, number));
    }
}
