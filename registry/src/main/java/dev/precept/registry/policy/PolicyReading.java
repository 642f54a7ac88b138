package dev.precept.registry.policy;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.Opinion;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.PolicyDiff;
import dev.precept.contracts.policy.PromptPreview;
import dev.precept.contracts.policy.VersionDiff;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.diff.PolicyDiffer;
import dev.precept.registry.policy.diff.VersionDiffer;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import dev.precept.registry.policy.lint.LintDesk;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks at texts without changing anything.
@Service
@Transactional(readOnly = true)
class PolicyReading {

    private final VersionRows versions;
    private final Bundles bundles;
    private final Opinions opinions;
    private final LintDesk linter;
    private final CitedRules cited;

    PolicyReading(
            VersionRows versions,
            Bundles bundles,
            Opinions opinions,
            LintDesk linter,
            CitedRules cited) {
        this.cited = cited;
        this.linter = linter;
        this.versions = versions;
        this.bundles = bundles;
        this.opinions = opinions;
    }

    public VersionDiff diff(String slug, int from, int to) {
        return new VersionDiff(
                slug,
                from,
                to,
                VersionDiffer.rows(version(slug, from).text(), version(slug, to).text()));
    }

    public PolicyDiff changes(String slug, int from, int to) {
        return PolicyDiffer.diff(
                slug, from, to, version(slug, from).text(), version(slug, to).text());
    }

    public List<CitedRule> cited(String slug, int number) {
        var found = version(slug, number);
        return cited.gone(found, PolicyParser.parse(found.text()));
    }

    public Page<Opinion> opinions(String slug, int number, @Nullable UUID before, int size) {
        return opinions.page(version(slug, number), before, size);
    }

    public PromptPreview prompt(String text, Content content) {
        requireSize(text);
        if (content.asText().isBlank() || content.length() > Content.MAX_CHARACTERS) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The content has %,d characters; give 1 to %,d."
                            .formatted(content.length(), Content.MAX_CHARACTERS));
        }
        return Prompts.preview(text, content);
    }

    public PromptPreview prompt(String slug, int number, Content content) {
        return prompt(version(slug, number).text(), content);
    }

    public LintReport lint(String text) {
        requireSize(text);
        return linter.lint(PolicyParser.parse(text));
    }

    private static void requireSize(String text) {
        if (text.length() > PolicyDocument.MAX_CHARACTERS) {
            throw new PreceptException(
                    ErrorCode.CONTENT_TOO_LARGE,
                    "The text has %,d characters; a policy has at most %,d. Split it."
                            .formatted(text.length(), PolicyDocument.MAX_CHARACTERS));
        }
    }

    public PolicyBundle bundle(String sha256) {
        return bundles.get(sha256);
    }

    private VersionRow version(String slug, int number) {
        return versions.findBySlugAndNumber(slug, number)
                .orElseThrow(() -> VersionDesk.noVersion(slug, number));
    }
}
