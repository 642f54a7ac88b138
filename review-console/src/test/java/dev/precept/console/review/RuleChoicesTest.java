package dev.precept.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.console.testing.Samples;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;
import org.junit.jupiter.api.Test;

class RuleChoicesTest {

    private final RuleChoices choices = new RuleChoices(Samples.bundle());

    @Test
    void aViolationIsExplainedByViolatingRules() {
        assertThat(choices.rules(Outcome.VIOLATES, "spam"))
                .extracting(Rule::id)
                .containsExactly("SP1", "SP2");
        assertThat(choices.onlyLabel(Outcome.VIOLATES)).contains("spam");
    }

    @Test
    void safeContentIsExplainedByAllowingRulesAndHasNoLabel() {
        assertThat(choices.rules(Outcome.SAFE, null)).extracting(Rule::id).containsExactly("SP-A1");
        assertThat(choices.labels(Outcome.SAFE)).isEmpty();
    }

    @Test
    void nothingExplainsAnUndeterminedOutcome() {
        assertThat(choices.rules(Outcome.UNDETERMINED, null)).isEmpty();
    }
}
