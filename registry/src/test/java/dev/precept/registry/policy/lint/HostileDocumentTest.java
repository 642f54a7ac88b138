package dev.precept.registry.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Severity;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import dev.precept.registry.testing.LivePolicies;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts as large as a policy may be, made to keep a reader busy. The limit is generous: what it
/// tells apart is seconds from hours.
class HostileDocumentTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String HEAD = "---\nlabels: {a: [A1]}\n---\n## Violates\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                " ",
                "\t",
                "\n",
                "é",
                "字",
                "🙂",
                "!",
                "*",
                "_",
                "*a_ ",
                "[",
                "![",
                "]",
                "[a](",
                "<",
                "<!--",
                "<a ",
                "&",
                "`",
                "`` ` ",
                "> ",
                "- ",
                "# ",
                "~~~\n",
                "|",
                "\\",
                "[a]: b\n",
                "- **A1** x\n",
                "**A1**",
                "'s",
                "aB"
            })
    void repeatedPieceIsReadInTime(String piece) {
        var text = HEAD + piece.repeat((PolicyDocument.MAX_CHARACTERS - 100) / piece.length());
        assertThat(lint(text).submittable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "A", ".a", "-A"})
    void endlessRuleIdIsRefused(String piece) {
        var id = "A1" + piece.repeat(100_000) + "!";
        assertThat(lint(HEAD + "- **" + id + "** text\n").findings())
                .extracting(Finding::code)
                .contains("rule-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "{a: ", "- ", "a: b\n", "? ", "&a [", "*a ", "!!x ", "\"", "'", "%", "a\n"
            })
    void frontMatterOfOnePieceIsReadInTime(String piece) {
        assertThat(lint("---\n" + piece.repeat(50_000) + "\n---\n").submittable()).isFalse();
    }

    @Test
    void endlessLabelIsRefused() {
        assertThat(
                        lint("---\nlabels:\n  ? " + "a-".repeat(50_000) + "a\n  : [A1]\n---\n")
                                .findings())
                .extracting(Finding::code)
                .contains("label-name");
    }

    @Test
    void multipliedAliasesAreRefused() {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            yaml.append("a%1$d: &a%1$d [".formatted(level))
                    .append(("*a" + (level - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        assertThat(lint("---\n" + yaml + "---\n").findings())
                .extracting(Finding::code)
                .contains("front-matter-yaml");
        assertThat(lint("---\nlabels: &a {b: *a}\n---\n").findings())
                .extracting(Finding::code)
                .contains("front-matter-yaml");
    }

    @Test
    void manyRulesAndExamplesAreCheckedInTimeAndFindingsStayFew() {
        var text = new StringBuilder(HEAD);
        for (int number = 0; number < 6_000; number++) {
            text.append("- **B").append(number).append("** x\n");
        }
        text.append("## Examples\n").append("- **SAFE C1** y\n".repeat(6_000));
        var report = lint(text.toString());
        for (var severity : Severity.values()) {
            assertThat(report.findings())
                    .filteredOn(finding -> finding.severity() == severity)
                    .hasSizeLessThanOrEqualTo(Findings.MOST);
        }
        assertThat(report.submittable()).isFalse();
    }

    @Test
    void markupStaysText() {
        var marked =
                LivePolicies.TEXT.replace(
                        "Invites people",
                        "<script>alert(1)</script> [Invites](javascript:x) people");
        assertThat(PolicyParser.parse(marked).rules().getFirst().text())
                .startsWith("<script>alert(1)</script> Invites people");
    }

    @Test
    void linesOfWindowsKeepTheirNumbers() {
        var text = LivePolicies.TEXT.replace("## Safe", "## Other");
        assertThat(lint("\uFEFF" + text.replace("\n", "\r\n")).findings())
                .isEqualTo(lint(text).findings());
        assertThat(lint(text.replace('\n', '\r')).findings()).isEqualTo(lint(text).findings());
    }

    private static LintReport lint(String text) {
        return assertTimeoutPreemptively(LIMIT, () -> PolicyLinter.lint(text, LintLevels.USUAL));
    }
}
