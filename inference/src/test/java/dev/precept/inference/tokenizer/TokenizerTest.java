package dev.precept.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TokenizerTest {

    private final Tokenizer tokenizer = Tokenizer.o200k();

    @Test
    void agreesWithTheReferenceOnAllVectors() throws IOException {
        int checked = 0;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        getClass()
                                                .getResourceAsStream(
                                                        "/tokenizer/o200k_base-vectors.jsonl")),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var vector = JsonMapper.shared().readTree(line);
                String text = vector.path("text").asString();
                int[] ids = vector.path("ids").valueStream().mapToInt(id -> id.asInt()).toArray();
                assertThat(tokenizer.encode(text)).as("vector %d", checked).isEqualTo(ids);
                assertThat(tokenizer.decode(ids)).isEqualTo(text);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(3024);
    }

    @Test
    void textThatLooksLikeSpecialTokensStaysText() {
        assertThat(tokenizer.encode("<|start|>")).containsExactly(27, 91, 5236, 91, 29);
        assertThat(tokenizer.encode("<|endoftext|><|return|><|channel|>"))
                .satisfies(ids -> assertThat(java.util.Arrays.stream(ids)).noneMatch(Special::is));
    }

    @Test
    void wordsOfTheHarmonyHeadersAreOneTokenEach() {
        assertThat(tokenizer.encode("system")).containsExactly(17360);
        assertThat(tokenizer.encode("developer")).containsExactly(77944);
        assertThat(tokenizer.encode("user")).containsExactly(1428);
        assertThat(tokenizer.encode("assistant")).containsExactly(173781);
        assertThat(tokenizer.encode("analysis")).containsExactly(35644);
        assertThat(tokenizer.encode("final")).containsExactly(17196);
    }

    @Test
    void aLoneSurrogateIsTheReplacementCharacter() {
        assertThat(tokenizer.decode(tokenizer.encode("a\uD800b"))).isEqualTo("a\uFFFDb");
    }

    @Test
    void randomTextComesBack() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String text = RandomText.next(random, 60);
            assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
        }
    }
}
