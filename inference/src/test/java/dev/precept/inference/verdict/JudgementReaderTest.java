package dev.precept.inference.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.Account;
import dev.precept.inference.Account.Flag;
import dev.precept.inference.Judgement;
import dev.precept.inference.Judgement.ConfidenceSource;
import dev.precept.inference.Judgement.Outcome;
import dev.precept.inference.harmony.Answer;
import dev.precept.inference.harmony.Answer.Message;
import dev.precept.inference.harmony.Channel;
import dev.precept.prompt.AnswerContract;
import dev.precept.prompt.AnswerContract.Category;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementReaderTest {

    private final JudgementReader reader =
            new JudgementReader(
                    new AnswerContract(
                            List.of("SP1", "SP2"),
                            List.of("SP-A1"),
                            List.of(
                                    new Category("scam", List.of("SP2")),
                                    new Category("spam", List.of("SP1")))));

    @Test
    void aViolationNamesItsRulesAndLabel() {
        var judgement =
                read(
                        "{\"violation\":1,\"rule_ids\":[\"SP1\"],\"policy_category\":\"spam\",\"rationale\":\"why\"}");
        assertThat(judgement.outcome()).isEqualTo(Outcome.VIOLATES);
        assertThat(judgement.ruleIds()).containsExactly("SP1");
        assertThat(judgement.labels()).containsExactly("spam");
        assertThat(judgement.rationale()).isEqualTo("why");
        assertThat(judgement.confidence()).isEqualTo(0.8);
        assertThat(judgement.confidenceSource()).isEqualTo(ConfidenceSource.LABEL_LOGITS);
        assertThat(judgement.account().flags()).isEmpty();
        assertThat(judgement.account().reasoning()).isEqualTo("because");
    }

    @Test
    void safeContentHasNoLabel() {
        var judgement =
                read("{\"violation\":0,\"rule_ids\":[\"SP-A1\"],\"policy_category\":\"spam\"}");
        assertThat(judgement.outcome()).isEqualTo(Outcome.SAFE);
        assertThat(judgement.labels()).isEmpty();
    }

    @Test
    void aTruncatedAnswerIsNeverSafe() {
        var judgement = read("{\"violation\":0,\"rule_ids\":[]}", true);
        assertThat(judgement.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(judgement.truncated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no idea",
                "{\"violation\":2}",
                "{\"violation\":0",
                "{}",
                "[0]",
                "}{",
                "{\"violation\":1,\"violation\":0}",
                "{\"violation\":0} or {\"violation\":1}",
                "{\"violation\":{\"a\":0}}",
                "{\"violation\":null}"
            })
    void whatCannotBeReadIsUndetermined(String text) {
        var judgement = read(text);
        assertThat(judgement.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(judgement.account().flags()).contains(Flag.UNREADABLE);
    }

    @Test
    void aRuleThatThePolicyDoesNotHaveIsDroppedAndFlagged() {
        var judgement = read("{\"violation\":1,\"rule_ids\":[\"SP9\",\"SP2\",\"SP2\"]}");
        assertThat(judgement.ruleIds()).containsExactly("SP2");
        assertThat(judgement.labels()).containsExactly("scam");
        assertThat(judgement.account().flags()).containsExactly(Flag.UNKNOWN_RULE);
    }

    @Test
    void aRuleOfTheOtherSideIsFlagged() {
        assertThat(read("{\"violation\":1,\"rule_ids\":[\"SP-A1\"]}").account().flags())
                .containsExactly(Flag.RULE_OF_OTHER_SIDE);
    }

    @Test
    void aLabelThatNoCitedRuleCarriesIsFlagged() {
        String answer = "{\"violation\":1,\"rule_ids\":[\"SP1\"],\"policy_category\":\"%s\"}";
        assertThat(read(answer.formatted("scam")).account().flags())
                .containsExactly(Flag.UNKNOWN_LABEL);
        assertThat(read(answer.formatted("noise")).labels()).containsExactly("spam");
    }

    @Test
    void fencesWordsAndOtherSpellingsAreForgiven() {
        var judgement = read("Sure:\n```json\n{\"rule_ids\": \"SP1\", \"violation\": true}\n```");
        assertThat(judgement.outcome()).isEqualTo(Outcome.VIOLATES);
        assertThat(judgement.ruleIds()).containsExactly("SP1");
    }

    @Test
    void withoutLogitsTheStatedConfidenceCounts() {
        var answer = answer("{\"violation\":1,\"rule_ids\":[\"SP1\"],\"confidence\":\"low\"}");
        var judgement = reader.read(answer, circumstances(null, false));
        assertThat(judgement.confidenceSource()).isEqualTo(ConfidenceSource.STATED);
        assertThat(judgement.confidence()).isEqualTo(0.5);
    }

    private Judgement read(String text) {
        return read(text, false);
    }

    private Judgement read(String text, boolean truncated) {
        return reader.read(answer(text), circumstances(Certainty.measured(0.8, 0.99), truncated));
    }

    private static Answer answer(String text) {
        return new Answer(
                List.of(new Message(Channel.ANALYSIS, "because"), new Message(Channel.FINAL, text)),
                true,
                0);
    }

    private static JudgementReader.Circumstances circumstances(
            @org.jspecify.annotations.Nullable Certainty measured, boolean truncated) {
        return new JudgementReader.Circumstances(
                measured,
                truncated,
                Set.of(),
                new Account.TokenCounts(10, 5, 3, 2),
                Account.Timing.NONE);
    }
}
