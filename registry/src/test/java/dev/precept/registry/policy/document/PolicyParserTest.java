package dev.precept.registry.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.lint.LintLevels;
import dev.precept.registry.policy.lint.PolicyLinter;
import dev.precept.registry.testing.LivePolicies;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyParserTest {

    @Test
    void readsRulesExamplesAndSettingsWithTheirLines() {
        var document = PolicyParser.parse(LivePolicies.TEXT);
        assertThat(document.findings()).isEmpty();
        assertThat(document.rules())
                .containsExactly(
                        new Rule(
                                "NO1",
                                Rule.Side.VIOLATES,
                                "Invites people to play loud music at night.",
                                19),
                        new Rule(
                                "NO2",
                                Rule.Side.VIOLATES,
                                "Urges neighbours to hurry at night.",
                                20),
                        new Rule(
                                "NO-A1",
                                Rule.Side.SAFE,
                                "Asks for quiet, or plays music by day.",
                                24));
        assertThat(document.examples()).hasSize(4);
        assertThat(document.examples().getFirst().text())
                .isEqualTo("Drums at midnight, come along!");
        assertThat(document.frontMatter().effort()).isEqualTo(Effort.LOW);
        assertThat(document.frontMatter().review().sampleRate()).isEqualTo(0.5);
        assertThat(document.frontMatter().labels()).containsOnlyKeys("noise", "haste");
    }

    @Test
    void lineEndsAndByteOrderMarkChangeNothing() {
        var windows = "\uFEFF" + LivePolicies.TEXT.replace("\n", "\r\n");
        assertThat(PolicyParser.parse(windows).rules())
                .isEqualTo(PolicyParser.parse(LivePolicies.TEXT).rules());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    effort: low          | effort: huge             | effort             | 5
                    sample_rate: 0.5     | sample_rate: 1.5         | threshold          | 8
                    noise: [NO1]         | Noise!: [NO1]            | label-name         | 3
                    noise: [NO1]         | noise: [NO1, NO9]        | label-rule         | 3
                    haste: [NO2]         | haste: [NO1]             | rule-unlabelled    | 20
                    effort: low          | speed: low               | front-matter-key   | 5
                    effort: low          | effort: [                | front-matter-yaml  | 7
                    - **NO2** Urges      | - **NO1** Urges          | rule-twice         | 20
                    - **NO1** Invites    | - Invites                | rule-id            | 19
                    - **SAFE NO-A1** "Co | - **SAFE NO1** "Co       | example-rule       | 30
                    - **VIOLATES NO1**   | - **MAYBE NO1**          | example-head       | 28
                    ## Safe              | ## Allowed               | section-missing    | 10
                    at night.            | generally at night.      | vague-word         | 19
                    """)
    void namesTheLineOfWhatIsWrong(String from, String to, String code, int line) {
        var broken = LivePolicies.TEXT.replaceFirst(java.util.regex.Pattern.quote(from), to);
        assertThat(PolicyLinter.lint(broken, LintLevels.USUAL).findings())
                .filteredOn(finding -> finding.code().equals(code))
                .first()
                .extracting(Finding::line)
                .isEqualTo(line);
    }

    @Test
    void sampleMayBeSubmittedAndAnEmptyTextMayNot() {
        assertThat(PolicyLinter.lint(LivePolicies.TEXT, LintLevels.USUAL).submittable()).isTrue();
        assertThat(PolicyLinter.lint("", LintLevels.USUAL).submittable()).isFalse();
    }

    @Test
    void hostileYamlIsAFindingAndNothingElse() {
        var bomb =
                """
                ---
                a: &a [x, x, x]
                b: &b [*a, *a, *a]
                labels: !!javax.script.ScriptEngineManager [*b, *b]
                ---
                """;
        assertThat(PolicyLinter.lint(bomb, LintLevels.USUAL).submittable()).isFalse();
    }

    @Test
    void anyTextIsRead() {
        var random = new Random(11);
        var pieces =
                new String[] {
                    "---\n",
                    "## Violates\n",
                    "- **A1** x\n",
                    "> ",
                    "* ",
                    "`",
                    "<b>",
                    "\u0000",
                    "🙂",
                    "labels: {",
                    "\t",
                    "1. ",
                    "[x](javascript:y)",
                    "\n\n",
                    "**",
                    "## Examples\n"
                };
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder(random.nextBoolean() ? "---\n" : "");
            for (int piece = random.nextInt(40); piece > 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThatCode(() -> PolicyLinter.lint(text.toString(), LintLevels.USUAL))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void deepNestingEndsQuickly() {
        assertThatCode(() ->
                        PolicyLinter.lint(
                                ">".repeat(100_000) + "- ".repeat(50_000), LintLevels.USUAL))
                .doesNotThrowAnyException();
    }
}
