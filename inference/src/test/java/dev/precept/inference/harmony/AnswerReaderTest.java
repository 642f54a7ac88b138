package dev.precept.inference.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.harmony.Answer.Message;
import dev.precept.inference.tokenizer.Special;
import dev.precept.inference.tokenizer.Tokenizer;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private static final Pattern SPECIAL = Pattern.compile("(?=<\\|\\w+\\|>)|(?<=\\|>)");
    private static final int[] KNOWN = {
        Special.START,
        Special.END,
        Special.MESSAGE,
        Special.CHANNEL,
        Special.CONSTRAIN,
        Special.RETURN,
        Special.CALL,
        Special.END_OF_TEXT,
        Special.START_OF_TEXT,
        200_500,
        201_087
    };

    private final Tokenizer tokenizer = Tokenizer.o200k();

    @Test
    void reasoningAndAnswerAreKeptApart() {
        var answer =
                read(
                        "<|channel|>analysis<|message|>Rule SP1.<|end|><|start|>assistant"
                                + "<|channel|>final<|message|>{\"violation\":1}<|return|>");
        assertThat(answer.reasoning()).isEqualTo("Rule SP1.");
        assertThat(answer.text()).contains("{\"violation\":1}");
        assertThat(answer.ended()).isTrue();
        assertThat(answer.leaks()).isZero();
    }

    @Test
    void aMissingStartIsForgiven() {
        var answer =
                read("<|channel|>analysis<|message|>a<|end|>assistant<|channel|>final<|message|>b");
        assertThat(answer.messages())
                .containsExactly(
                        new Message(Channel.ANALYSIS, "a"), new Message(Channel.FINAL, "b"));
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void aMissingEndIsForgiven() {
        var answer = read("<|channel|>analysis<|message|>a<|channel|>final<|message|>b<|return|>");
        assertThat(answer.reasoning()).isEqualTo("a");
        assertThat(answer.text()).contains("b");
        assertThat(answer.leaks()).isEqualTo(1);
    }

    @Test
    void severalAnalysisMessagesAreOneReasoning() {
        var answer =
                read(
                        "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>analysis"
                                + "<|message|>b<|end|><|start|>assistant<|channel|>final<|message|>c");
        assertThat(answer.reasoning()).isEqualTo("a\nb");
        assertThat(answer.text()).contains("c");
    }

    @Test
    void anAnswerWithoutAnalysisIsAnAnswer() {
        var answer = read("<|channel|>final <|constrain|>json<|message|>{}<|return|>");
        assertThat(answer.reasoning()).isEmpty();
        assertThat(answer.text()).contains("{}");
    }

    @Test
    void aTextWithoutAnyHeaderIsAnAnswer() {
        assertThat(read("{\"violation\":0}<|return|>").text()).contains("{\"violation\":0}");
    }

    @Test
    void leakedControlTokensDoNotReachTheText() {
        var answer = read("<|channel|>final<|message|>a<|message|>b<|constrain|>c<|return|>");
        assertThat(answer.text()).contains("abc");
        assertThat(answer.leaks()).isEqualTo(2);
    }

    @Test
    void endlessReasoningIsNoAnswer() {
        var answer = read("<|channel|>analysis<|message|>and then and then");
        assertThat(answer.text()).isEmpty();
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void aServerThatReadsChannelsItselfGivesTheSame() {
        assertThat(Answer.of("a", "b").reasoning()).isEqualTo("a");
        assertThat(Answer.of("", "b").text()).contains("b");
        assertThat(Answer.of("a", "").text()).isEmpty();
    }

    @Test
    void textIsHeardAsItIsWritten() {
        var heard = new StringBuilder();
        var reader = new AnswerReader((channel, piece) -> heard.append(channel).append(piece));
        for (int id : ids("<|channel|>analysis<|message|>Hi 🤖<|end|>")) {
            reader.accept(id);
        }
        assertThat(heard.toString().replace("ANALYSIS", "")).isEqualTo("Hi 🤖");
    }

    @Test
    void everyStreamOfTokensIsRead() {
        var random = new Random(17);
        for (int run = 0; run < 100_000; run++) {
            var heard = new StringBuilder();
            var reader = new AnswerReader((_, piece) -> heard.append(piece));
            for (int i = random.nextInt(40); i > 0; i--) {
                reader.accept(
                        random.nextInt(3) == 0
                                ? KNOWN[random.nextInt(KNOWN.length)]
                                : random.nextInt(201_088));
            }
            var answer = reader.finish();
            assertThat(heard.length())
                    .isLessThanOrEqualTo(
                            answer.messages().stream().mapToInt(m -> m.text().length()).sum());
        }
    }

    private Answer read(String written) {
        var reader = new AnswerReader();
        for (int id : ids(written)) {
            reader.accept(id);
        }
        return reader.finish();
    }

    private int[] ids(String written) {
        return SPECIAL.splitAsStream(written)
                .flatMapToInt(piece ->
                        piece.startsWith("<|")
                                ? IntStream.of(special(piece))
                                : IntStream.of(tokenizer.encode(piece)))
                .toArray();
    }

    private static int special(String name) {
        return IntStream.of(KNOWN)
                .filter(id -> Special.name(id).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
