package dev.precept.inference.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.tokenizer.Tokenizer;
import dev.precept.prompt.WordingContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WordingGrammarTest {

    private static final WordingContract CONTRACT =
            new WordingContract(
                    List.of("SP1", "SP10", "SP-A1"), List.of(WordingContract.NEW_VIOLATES));
    private static final Grammar GRAMMAR = WordingGrammar.of(CONTRACT);

    private final Tokenizer tokenizer = Tokenizer.o200k();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rule\":\"SP1\",\"text\":\"Paid draws.\",\"why\":\"x\"}",
                "{\"rule\":\"SP-A1\",\"text\":\"a \\\"b\\\" ü 🤖\",\"why\":\"Too wide.\"}",
                "{\"rule\":\"NEW VIOLATES\",\"text\":\"日本\",\"why\":\"The text is silent.\"}"
            })
    void wordingsAreAllowedInTheirCanonicalTokens(String answer) {
        var guide = Walk.along(GRAMMAR, answer, each -> assertThat(each.decides()).isFalse());
        assertThat(guide.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rule\":\"SP2\"",
                "{\"rule\":null",
                "{\"rule\":\"NEW SAFE\"",
                "{\"rule\":\"SP1\",\"text\":\"\"",
                "{\"rule\":\"SP1\",\"text\":\"one\ntwo",
                "{\"rule\":\"SP1\",\"why\":",
                "{\"rule\":\"SP1\",\"text\":\"x\",\"text\":"
            })
    void whatIsNoWordingIsRefused(String answer) {
        assertThatThrownBy(() -> Walk.force(GRAMMAR, answer))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyWalkEndsInAWordingOfBoundedLength() {
        var random = new Random(29);
        for (int run = 0; run < 40; run++) {
            var text = tokenizer.decode(Walk.random(GRAMMAR, random, CONTRACT.mostBytes()));
            var wording = JsonMapper.shared().readTree(text);
            assertThat(wording.propertyNames()).containsExactly("rule", "text", "why");
            assertThat(CONTRACT.places()).contains(wording.path("rule").asString());
            assertThat(bytes(wording.path("text").asString()))
                    .isBetween(1, WordingContract.TEXT_BYTES + 256);
            assertThat(bytes(wording.path("why").asString()))
                    .isBetween(1, WordingContract.WHY_BYTES + 256);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
