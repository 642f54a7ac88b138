package dev.precept.inference.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.precept.inference.sampling.HostLogits;
import dev.precept.inference.sampling.Sampler;
import dev.precept.inference.tokenizer.Special;
import dev.precept.inference.tokenizer.Tokenizer;
import dev.precept.inference.tokenizer.Vocabulary;
import dev.precept.prompt.AnswerContract;
import dev.precept.prompt.AnswerContract.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerGrammarTest {

    private static final AnswerContract SPAM =
            new AnswerContract(
                    List.of("SP1", "SP2", "SP10"),
                    List.of("SP-A1"),
                    List.of(
                            new Category("scam", List.of("SP2")),
                            new Category("spam", List.of("SP1"))));
    private static final Grammar GRAMMAR = AnswerGrammar.of(SPAM);

    private final Tokenizer tokenizer = Tokenizer.o200k();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"violation\":1,\"rule_ids\":[\"SP1\"],\"policy_category\":\"spam\",\"rationale\":\"SP1.\"}",
                "{\"violation\":1,\"rule_ids\":[\"SP10\",\"SP2\"],\"policy_category\":\"scam\",\"rationale\":\"x\"}",
                "{\"violation\":0,\"rule_ids\":[],\"policy_category\":null,\"rationale\":\"a \\\"b\\\" ü 🤖\"}",
                "{\"violation\":0,\"rule_ids\":[\"SP-A1\"],\"policy_category\":null,\"rationale\":\"日本\"}"
            })
    void answersOfTheContractAreAllowedInTheirCanonicalTokens(String answer) {
        var guide = Walk.along(GRAMMAR, answer, _ -> {});
        assertThat(guide.complete()).isTrue();
        assertThat(guide.allowed().size()).isEqualTo(1);
        assertThat(guide.allowed().contains(Special.RETURN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"violation\":1",
                "{\"violation\":2",
                "{\"violation\":1,\"rule_ids\":[]",
                "{\"violation\":1,\"rule_ids\":[\"SP9\"]",
                "{\"violation\":1,\"rule_ids\":[\"SP-A1\"]",
                "{\"violation\":0,\"rule_ids\":[\"SP1\"]",
                "{\"violation\":0,\"rule_ids\":[],\"policy_category\":\"spam\"",
                "{\"violation\":0,\"rule_ids\":[],\"policy_category\":null,\"rationale\":\"\"}",
                "{\"violation\":0,\"rule_ids\":[],\"policy_category\":null,\"rationale\":\"\n",
                "{\"violation\":1,\"rule_ids\":[\"SP1\",\"SP1\",\"SP1\",\"SP1\",\"SP1\"]"
            })
    void whatTheContractDoesNotKnowIsRefused(String answer) {
        assertThatThrownBy(() -> Walk.force(GRAMMAR, answer))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyWalkEndsInAnAnswerOfTheContract() {
        var random = new Random(23);
        for (int run = 0; run < 40; run++) {
            JsonNode answer =
                    JsonMapper.shared()
                            .readTree(
                                    tokenizer.decode(
                                            Walk.random(
                                                    GRAMMAR,
                                                    random,
                                                    AnswerContract.RATIONALE_BYTES + 200)));
            boolean violates = answer.path("violation").asInt() == 1;
            var rules = answer.path("rule_ids").valueStream().map(JsonNode::asString).toList();
            assertThat(violates ? SPAM.violating() : SPAM.safe()).containsAll(rules);
            assertThat(answer.path("policy_category").isNull()).isNotEqualTo(violates);
            assertThat(answer.path("rationale").asString()).isNotEmpty();
            assertThat(answer.propertyNames())
                    .containsExactly("violation", "rule_ids", "policy_category", "rationale");
        }
    }

    @Test
    void masksAgreeWithTryingEveryToken() {
        var guide = new Guide(GRAMMAR);
        for (int id :
                tokenizer.encode("{\"violation\":1,\"rule_ids\":[\"SP1\"],\"policy_category\":")) {
            guide.accept(id);
        }
        var expected = Set.of("\"", "\"s", "\"sc", "\"sp", "\"spam", "\"scam", "\"spa", "\"sca");
        var actual = new ArrayList<String>();
        guide.allowed().forEach(id -> actual.add(tokenizer.decode(id)));
        var possible =
                IntStream.range(0, Vocabulary.ORDINARY)
                        .mapToObj(tokenizer::decode)
                        .filter(expected::contains)
                        .toList();
        assertThat(actual).containsExactlyInAnyOrderElementsOf(possible);
    }

    @Test
    void oneTokenDecidesAndItsOddsComeFromBeforeTheMask() {
        var guide = new Guide(GRAMMAR);
        for (int id : tokenizer.encode("{\"violation\":")) {
            assertThat(guide.decides()).isFalse();
            guide.accept(id);
        }
        assertThat(guide.decides()).isTrue();
        float[] logits = new float[Vocabulary.SIZE];
        java.util.Arrays.fill(logits, -100);
        logits[16] = (float) Math.log(3);
        logits[15] = 0;
        logits[500] = (float) Math.log(4);
        var odds = LabelOdds.at(HostLogits.of(logits), guide.allowed());
        assertThat(odds.violating()).isCloseTo(0.75, within(1e-6));
        assertThat(odds.allowedMass()).isCloseTo(0.5, within(1e-6));
        assertThat(Sampler.greedy().pick(HostLogits.of(logits), guide.allowed())).isEqualTo(16);
    }

    @Test
    void aPolicyWithoutLabelsAndRulesHasAGrammarToo() {
        var grammar = AnswerGrammar.of(new AnswerContract(List.of(), List.of(), List.of()));
        var guide = new Guide(grammar);
        for (int id : tokenizer.encode("{\"violation\":1,\"rule_ids\":[],\"rationale\":\"x\"}")) {
            guide.accept(id);
        }
        assertThat(guide.complete()).isTrue();
    }

    @Test
    void aGrammarIsSharedByEqualContracts() {
        var grammars = new Grammars(1);
        var first = grammars.of(SPAM);
        assertThat(
                        grammars.of(
                                new AnswerContract(
                                        SPAM.violating(), SPAM.safe(), SPAM.categories())))
                .isSameAs(first);
        grammars.of(new AnswerContract(List.of(), List.of(), List.of()));
        assertThat(grammars.of(SPAM)).isNotSameAs(first);
    }
}
