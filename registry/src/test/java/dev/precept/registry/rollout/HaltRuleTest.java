package dev.precept.registry.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.registry.rollout.HaltRule.Seen;
import org.junit.jupiter.api.Test;

class HaltRuleTest {

    private static final RolloutLimits LIMITS = new RolloutLimits(0.05, 0.10, 20);

    @Test
    void threeItemsHaltNothingWhateverTheySay() {
        assertThat(HaltRule.reason(LIMITS, new Seen(3, 3, 3, 3))).isEmpty();
        assertThat(HaltRule.reason(LIMITS, new Seen(19, 19, 19, 19))).isEmpty();
        assertThat(HaltRule.reason(LIMITS, new Seen(0, 0, 0, 0))).isEmpty();
    }

    @Test
    void rateThatIsPastItsLimitByChanceOnlyDoesNotHalt() {
        assertThat(HaltRule.reason(LIMITS, new Seen(20, 0, 20, 2))).isEmpty();
        assertThat(HaltRule.reason(LIMITS, new Seen(1_000, 105, 1_000, 0))).isEmpty();
    }

    @Test
    void rateThatIsSurelyPastItsLimitHaltsAndSaysTheFigures() {
        assertThat(HaltRule.reason(LIMITS, new Seen(20, 0, 20, 6)))
                .contains("6 of 20 disagree: 30.0 %, surely more than 12.6 %; the limit is 5.0 %.");
        assertThat(HaltRule.reason(LIMITS, new Seen(1_000, 150, 0, 0)))
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("150 of 1000 are UNDETERMINED: 15.0 %"));
    }

    @Test
    void limitOfNothingHaltsAtTheFirstSureDisagreementAndALimitOfAllNever() {
        var none = new RolloutLimits(0, 1, 1);
        assertThat(HaltRule.reason(none, new Seen(1, 1, 1, 1))).isPresent();
        assertThat(HaltRule.reason(none, new Seen(1, 1, 1, 0))).isEmpty();
    }
}
