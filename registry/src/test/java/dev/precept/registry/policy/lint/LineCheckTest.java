package dev.precept.registry.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.registry.policy.document.PolicyParser;
import dev.precept.registry.testing.LivePolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCheckTest {

    private static final String SECOND = "- **NO2** Urges";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**NO3** Lost\n- **NO2** Urges",
                "  - **NO3** Lost\n- **NO2** Urges",
                "  * **NO3** Lost\n- **NO2** Urges",
                "  1. **NO3** Lost\n- **NO2** Urges",
                "\n> - **NO3** Lost\n\n- **NO2** Urges"
            })
    void ruleThatIsNoListItemOfItsOwnIsNotLostSilently(String instead) {
        assertThat(
                        PolicyLinter.lint(
                                        LivePolicies.TEXT.replace(SECOND, instead),
                                        LintLevels.USUAL)
                                .findings())
                .filteredOn(finding -> finding.code().equals("rule-unread"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("NO3"))
                .extracting(Finding::line)
                .isEqualTo(instead.startsWith("\n") ? 21 : 20);
    }

    @Test
    void ruleMayPointAtAnotherAtTheStartOfALine() {
        var text = LivePolicies.TEXT.replace("  at night.", "  **NO1** applies at night.");
        assertThat(PolicyLinter.lint(text, LintLevels.USUAL).submittable()).isTrue();
    }

    @Test
    void examplesMaySpeakVaguely() {
        var text =
                LivePolicies.TEXT.replace("Concert in the park", "Usually a concert in the park");
        assertThat(PolicyLinter.lint(text, LintLevels.USUAL).findings())
                .extracting(Finding::code)
                .doesNotContain("vague-word");
    }

    @Test
    void wordsThatOnlyContainVagueOnesAreFine() {
        var text = LivePolicies.TEXT.replace("Asks for quiet", "Asks softener fetchers unusually");
        assertThat(PolicyLinter.lint(text, LintLevels.USUAL).findings())
                .extracting(Finding::code)
                .doesNotContain("vague-word");
    }

    @Test
    void colonAfterTheIdIsNoPartOfTheRule() {
        var text = LivePolicies.TEXT.replace("**NO1** Invites", "**NO1**: Invites");
        assertThat(PolicyParser.parse(text).rules().getFirst().text()).startsWith("Invites");
    }
}
