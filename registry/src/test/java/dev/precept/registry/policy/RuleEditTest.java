package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.policy.Rule.Side;
import dev.precept.registry.policy.document.PolicyParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleEditTest {

    private static final String TEXT =
            """
            ---
            labels:
              noise: [QH1, QH2]
            replaced:
              QH3: QH1
            ---
            # Quiet hours

            ## Violates

            * **QH1**: Loud music
              at night,
              - drums above all.

            * **QH2** Engines.

            ## Safe

            1. **QH-A1** Bells.

            ## Examples

            - **VIOLATES QH1** "Party until three."
            """;

    @Test
    void aRuleIsRewordedInItsPlaceAndNothingElseMoves() {
        var edited = RuleEdit.of(TEXT).reword("QH1", "Loud music after ten.").orElseThrow();
        assertThat(edited.text())
                .isEqualTo(
                        TEXT.replace(
                                "Loud music\n  at night,\n  - drums above all.",
                                "Loud music after ten."));
        assertThat(edited.rule().id()).isEqualTo("QH1");
        assertThat(edited.rule().text()).isEqualTo("Loud music after ten.");
    }

    @Test
    void aNewRuleStandsBehindTheLastOfItsSideUnderAnIdThatNobodyHad() {
        var violates = RuleEdit.of(TEXT).add(Side.VIOLATES, "Leaf blowers.").orElseThrow();
        assertThat(violates.text())
                .isEqualTo(TEXT.replace("Engines.\n", "Engines.\n* **QH4** Leaf blowers.\n"));
        var safe = RuleEdit.of(TEXT).add(Side.SAFE, "Sirens.").orElseThrow();
        assertThat(safe.rule().id()).isEqualTo("QH-A2");
        assertThat(safe.rule().side()).isEqualTo(Side.SAFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**QH9** *All* of [it](x) is `fine` <b>here</b> & _there_ \\ 1. # - > done",
                "# Safe",
                "**QH9**: Anything.",
                "&lt;script&gt; ~~no~~ ![x](y) http://example.org",
                "日本語 🤖"
            })
    void whatLooksLikeMarkdownStaysText(String words) {
        var edited = RuleEdit.of(TEXT).reword("QH2", words).orElseThrow();
        assertThat(edited.rule().text()).isEqualTo(words);
        assertThat(PolicyParser.parse(edited.text()).rules()).hasSize(3);
    }

    @Test
    void itTellsWhatItCanChange() {
        assertThat(RuleEdit.of(TEXT).rewordable()).containsExactly("QH1", "QH2", "QH-A1");
        assertThat(RuleEdit.of(TEXT).extensible()).containsExactly(Side.VIOLATES, Side.SAFE);
        var odd =
                "---\n---\n# Odd\n\n## Violates\n- **QH1.a**, or so.\n- **QH1.b** Drums.\n- **QH2**\n  Gongs.\n- **QH2.x** Horns.\n";
        assertThat(RuleEdit.of(odd).rewordable()).containsExactly("QH1.b", "QH2", "QH2.x");
        assertThat(RuleEdit.of(odd).extensible()).isEmpty();
        assertThat(RuleEdit.of(odd).reword("QH2", "Bells.").orElseThrow().text())
                .contains("- **QH2** Bells.\n- **QH2.x**");
    }

    @Test
    void whatCannotBeDoneIsLeftUndone() {
        assertThat(RuleEdit.of(TEXT).reword("QH7", "Anything.")).isEmpty();
        assertThat(RuleEdit.of(TEXT).reword("QH1", " ")).isEmpty();
        assertThat(RuleEdit.of("---\n---\n# Empty\n").add(Side.SAFE, "Bells.")).isEmpty();
    }

    @Test
    void aBreakOfTheLineOpensNothing() {
        var edited =
                RuleEdit.of(TEXT)
                        .reword("QH2", "Engines.\n\n## Safe\n\n- **QH9** All.")
                        .orElseThrow();
        assertThat(edited.rule().text()).isEqualTo("Engines. ## Safe - **QH9** All.");
        assertThat(edited.text().lines()).hasSameSizeAs(TEXT.lines().toList());
    }

    @Test
    void otherLineEndsAreRead() {
        var windows = TEXT.replace("\n", "\r\n");
        assertThat(RuleEdit.of(windows).reword("QH2", "Motors.").orElseThrow().rule().text())
                .isEqualTo("Motors.");
    }
}
