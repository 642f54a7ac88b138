package dev.precept.registry.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Fix;
import dev.precept.registry.testing.LivePolicies;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    effort: low          | effort: huge              | effort             | effort: medium
                    effort: low          | output: {format: xml}     | output-format      | output: {format: json}
                    - **NO2** Urges      | - **NO1** Urges           | rule-twice         | - **NO2** Urges
                    - **SAFE NO-A1** "Co | - **VIOLATES NO-A1** "Co  | example-rule       | - **SAFE NO-A1** "Co
                    loud music           | generally loud music      | vague-word         | Invites people to play loud
                    - **NO1** Invites    | - **NO1** Usually invites | vague-word         | - **NO1** Invites
                    ## Safe              | ## Allowed                | section-missing    | ## Safe
                    ## Definitions       | ## Words                  | section-advised    | ## Definitions
                    one JSON object.     | one word of truth.        | format-unstated    | Answer with one JSON
                    """)
    void oneClickMendsWhatIsMechanical(String from, String to, String code, String mended) {
        var broken = LivePolicies.TEXT.replaceFirst(Pattern.quote(from), to);
        var finding = first(broken, code);
        var after = Objects.requireNonNull(finding.fix(), code).applyTo(broken);
        assertThat(after).contains(mended);
        assertThat(findings(after)).filteredOn(left -> left.code().equals(code)).isEmpty();
        var windows = broken.replace("\n", "\r\n");
        assertThat(
                        Objects.requireNonNull(first("\uFEFF" + windows, code).fix())
                                .applyTo("\uFEFF" + windows)
                                .replace("\uFEFF", "")
                                .replace("\r\n", "\n"))
                .isEqualTo(after);
    }

    @Test
    void sectionsArePutInOrderAndKeepTheirWords() {
        var text = LivePolicies.TEXT;
        int definitions = text.indexOf("## Definitions");
        int violates = text.indexOf("## Violates");
        int safe = text.indexOf("## Safe");
        var mixed =
                text.substring(0, definitions)
                        + text.substring(violates, safe)
                        + text.substring(definitions, violates)
                        + text.substring(safe);
        var finding = first(mixed, "section-order");
        assertThat(finding.message()).isEqualTo("Definitions stands behind Violates.");
        assertThat(Objects.requireNonNull(finding.fix()).applyTo(mixed)).isEqualTo(text);
    }

    @Test
    void textWithoutSettingsGetsThem() {
        var bare = "# Quiet\n\n## Violates\n- **A1** Noise.\n";
        var after = Objects.requireNonNull(first(bare, "front-matter-missing").fix()).applyTo(bare);
        assertThat(after).startsWith("---\nlabels:").endsWith(bare);
        assertThat(findings(after)).extracting(Finding::code).doesNotContain("label-rule");
    }

    /// Whatever the text is: a fix fits it, and ends.
    @Test
    void everyFixOfAnyTextCanBeApplied() {
        var random = new Random(7);
        var pieces =
                List.of(
                        "---\n",
                        "## Violates\r\n",
                        "## Safe\r",
                        "- **A1** usually x\n",
                        "- **SAFE A1** y\n",
                        "## Examples\n",
                        "## Instructions\n",
                        "🙂 often z",
                        "labels: {a: [A1]}\n",
                        "effort: x\n",
                        "\n\n",
                        "\uFEFF");
        for (int round = 0; round < 1_000; round++) {
            var text = new StringBuilder(random.nextBoolean() ? "---\n" : "");
            for (int piece = random.nextInt(25); piece > 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            for (var finding : findings(text.toString())) {
                var fix = finding.fix();
                if (fix != null) {
                    assertThat(fix.applyTo(text.toString())).as(finding.code()).isNotNull();
                }
            }
        }
    }

    @Test
    void fixOfAnotherTextIsRefused() {
        assertThatThrownBy(() -> new Fix("x", 9, 1, 9, 2, "y").applyTo("one\ntwo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fewer lines");
        assertThatThrownBy(() -> new Fix("x", 1, 3, 1, 2, "y").applyTo("one"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fix("x", 1, 9, 1, 9, "y").applyTo("one"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Finding first(String text, String code) {
        return findings(text).stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not found"));
    }

    private static List<Finding> findings(String text) {
        return PolicyLinter.lint(text, LintLevels.USUAL).findings();
    }
}
