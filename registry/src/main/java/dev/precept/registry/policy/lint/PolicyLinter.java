package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import java.util.List;

/// Says what keeps a document from being submitted (errors) and what would make it a better policy
/// (warnings, advice), as grave as the organisation takes it.
public final class PolicyLinter {

    private static final List<Check> CHECKS =
            List.of(
                    new SectionCheck(),
                    new SectionOrderCheck(),
                    new RuleCheck(),
                    new UnreadRuleCheck(),
                    new LabelCheck(),
                    new ReplacedCheck(),
                    new ExampleCheck(),
                    new VagueWordCheck(),
                    new PrecedenceCheck(),
                    new EscalationCheck(),
                    new FormatCheck());

    private PolicyLinter() {}

    /// Reads and checks a text.
    public static LintReport lint(String text, LintLevels levels) {
        return lint(PolicyParser.parse(text), levels);
    }

    public static LintReport lint(PolicyDocument document, LintLevels levels) {
        var findings = new Findings(document.findings());
        for (var check : CHECKS) {
            check.check(document, findings);
        }
        var tokens = TokenCounter.count(document.body());
        LengthCheck.check(document, tokens, findings);
        return new LintReport(
                levels.apply(findings.inOrder()).stream()
                        .map(finding -> placed(document, finding))
                        .toList(),
                tokens);
    }

    /// A finding about a whole line ends where the line does.
    private static Finding placed(PolicyDocument document, Finding finding) {
        if (finding.column() > 0) {
            return finding;
        }
        int line = Math.clamp(finding.line(), 1, document.lines().size());
        return new Finding(
                line,
                1,
                document.lines().get(line - 1).length() + 1,
                finding.severity(),
                finding.code(),
                finding.message(),
                finding.why(),
                finding.suggestion(),
                finding.fix());
    }
}
