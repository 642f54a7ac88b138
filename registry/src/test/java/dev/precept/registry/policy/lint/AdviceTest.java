package dev.precept.registry.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.precept.contracts.policy.LintLevel;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Severity;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.testing.LivePolicies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the guide advises, and how an organisation may take it.
class AdviceTest {

    private static final String EXAMPLE = "- **SAFE NO-A1** \"Concert in the park at noon.\"\n";

    @Test
    void everyVagueWordIsFoundWhereItStands() {
        var text = LivePolicies.TEXT.replace("loud music at night", "loud or often music etc");
        assertThat(findings(text))
                .filteredOn(finding -> finding.code().equals("vague-word"))
                .extracting(Finding::line, Finding::column, Finding::end)
                .containsExactly(tuple(19, 42, 47), tuple(19, 54, 57));
    }

    @Test
    void ruleIdUsedTwiceNamesBothLines() {
        var text = LivePolicies.TEXT.replace("- **NO2** Urges", "- **NO1** Urges");
        assertThat(find(text, "rule-twice"))
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("line 19").contains("line 20");
                    assertThat(finding.line()).isEqualTo(20);
                    assertThat(finding.column()).isEqualTo(5);
                    assertThat(finding.end()).isEqualTo(8);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "NO-A1 wins over NO1., precedence-missing",
        "NO1 applies unless NO-A1 does., precedence-missing",
        "Where it is ambiguous choose SAFE., escalation-missing",
        "'If you cannot tell, say so.', escalation-missing"
    })
    void sentenceThatSaysItEndsTheAdvice(String sentence, String code) {
        assertThat(codes(LivePolicies.TEXT)).contains(code);
        assertThat(codes(LivePolicies.TEXT.replace("one JSON object.", "JSON. " + sentence)))
                .doesNotContain(code);
    }

    @ParameterizedTest
    @CsvSource({"Reply with 0 or 1.", "Answer yes or no.", "Output a YAML document."})
    void formOfAnswerThatContradictsTheEndOfThePromptIsFound(String sentence) {
        var text = LivePolicies.TEXT.replace("Answer with one JSON object.", "JSON. " + sentence);
        assertThat(codes(text)).contains("format-contradicts");
        assertThat(codes(LivePolicies.TEXT)).doesNotContain("format-contradicts");
    }

    @Test
    void examplesAreFewManyOrOneSided() {
        var few = LivePolicies.TEXT.replace(EXAMPLE, "");
        assertThat(codes(few)).contains("examples-few").doesNotContain("examples-one-sided");
        var many = LivePolicies.TEXT + EXAMPLE.repeat(9);
        assertThat(codes(many)).contains("examples-many").doesNotContain("examples-few");
        var sided = LivePolicies.TEXT.replaceAll("- \\*\\*VIOLATES .*\n", EXAMPLE);
        assertThat(codes(sided)).contains("examples-one-sided");
        assertThat(codes(LivePolicies.TEXT)).noneMatch(code -> code.startsWith("examples-"));
    }

    @Test
    void lengthIsMeasuredByLabel() {
        assertThat(find(LivePolicies.TEXT, "length").message())
                .contains("600 to 1,200")
                .contains("2 labels");
        var endless = LivePolicies.TEXT + "Note. ".repeat(11_000);
        assertThat(codes(endless)).contains("too-long").doesNotContain("length");
    }

    @Test
    void sectionThatStandsTwiceIsFound() {
        var twice = LivePolicies.TEXT + "\n## Safe\n- **NO-A2** Other.\n";
        assertThat(find(twice, "section-twice").message()).contains("line 23");
    }

    @Test
    void replacedRulesAreGoneAndTheirSuccessorsAreThere() {
        assertThat(codes(replaced("NO9: NO1"))).doesNotContain("replaced-rule", "replaced-form");
        assertThat(codes(replaced("NO9: none, because nobody used it")))
                .doesNotContain("replaced-rule", "replaced-form");
        assertThat(find(replaced("NO9: NO8"), "replaced-rule").message()).contains("NO8");
        assertThat(find(replaced("NO1: NO2"), "replaced-rule").message()).contains("still");
        assertThat(find(replaced("NO9: none"), "replaced-form").line()).isEqualTo(6);
        assertThat(codes(replaced("no: NO1"))).contains("replaced-form");
        assertThat(codes(replaced("NO9: [NO1]"))).contains("replaced-form");
        assertThat(codes(LivePolicies.TEXT.replace("effort: low", "replaced: NO1")))
                .contains("replaced-form");
    }

    @Test
    void organisationTakesAFindingAsItLikes() {
        var text = LivePolicies.TEXT.replace("loud music", "usually loud music");
        assertThat(PolicyLinter.lint(text, LintLevels.USUAL).submittable()).isTrue();
        var strict = new LintLevels(Map.of(LintCode.VAGUE_WORD, LintLevel.ERROR));
        assertThat(PolicyLinter.lint(text, strict).submittable()).isFalse();
        var silent = new LintLevels(Map.of(LintCode.VAGUE_WORD, LintLevel.OFF));
        assertThat(PolicyLinter.lint(text, silent).findings())
                .extracting(Finding::code)
                .doesNotContain("vague-word");
    }

    @Test
    void ruleThatWouldGetLostIsAlwaysAnError() {
        var text = LivePolicies.TEXT.replace("- **NO2** Urges", "- **NO1** Urges");
        var silent = new LintLevels(Map.of(LintCode.RULE_TWICE, LintLevel.OFF));
        assertThat(PolicyLinter.lint(text, silent).submittable()).isFalse();
    }

    /// A hundred warnings must not hide the one that this organisation takes for an error.
    @Test
    void manyFindingsHideNoError() {
        var text =
                LivePolicies.TEXT.replace(
                        "one JSON object.", "JSON. Reply yes or no. " + "often ".repeat(500));
        var strict = new LintLevels(Map.of(LintCode.FORMAT_CONTRADICTS, LintLevel.ERROR));
        var report = PolicyLinter.lint(text, strict);
        assertThat(report.submittable()).isFalse();
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Severity.WARNING)
                .hasSize(100);
    }

    @Test
    void everyFindingSaysWhyAndWhatToDo() {
        assertThat(findings("nothing of a policy"))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.why()).isNotBlank();
                    assertThat(finding.suggestion()).isNotBlank();
                    assertThat(finding.column()).isPositive();
                    assertThat(finding.end()).isGreaterThanOrEqualTo(finding.column());
                });
    }

    private static String replaced(String entry) {
        return LivePolicies.TEXT.replace("effort: low", "replaced:\n  " + entry);
    }

    private static Finding find(String text, String code) {
        return findings(text).stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not found"));
    }

    private static List<String> codes(String text) {
        return findings(text).stream().map(Finding::code).toList();
    }

    private static List<Finding> findings(String text) {
        return PolicyLinter.lint(text, LintLevels.USUAL).findings();
    }
}
