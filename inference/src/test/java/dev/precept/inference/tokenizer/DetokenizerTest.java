package dev.precept.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DetokenizerTest {

    private final Tokenizer tokenizer = Tokenizer.o200k();
    private final Detokenizer detokenizer = new Detokenizer();

    @Test
    void holdsBackTheBytesOfAnUnfinishedCharacter() {
        int[] ids = tokenizer.encode("🤖");
        assertThat(ids).hasSizeGreaterThan(1);
        for (int i = 0; i < ids.length - 1; i++) {
            assertThat(detokenizer.next(ids[i])).isEmpty();
        }
        assertThat(detokenizer.next(ids[ids.length - 1])).isEqualTo("🤖");
        assertThat(detokenizer.finish()).isEmpty();
    }

    @Test
    void anUnfinishedCharacterAtTheEndIsReplaced() {
        assertThat(detokenizer.next(tokenizer.encode("🤖")[0])).isEmpty();
        assertThat(detokenizer.finish()).isEqualTo("\uFFFD");
        assertThat(detokenizer.next(tokenizer.encode("a")[0])).isEqualTo("a");
    }

    @Test
    void piecesTogetherAreTheWholeWhateverTheTokens() {
        var random = new Random(11);
        for (int run = 0; run < 2_000; run++) {
            int[] ids = random.ints(random.nextInt(30), 0, Vocabulary.ORDINARY).toArray();
            var text = new StringBuilder();
            for (int id : ids) {
                String piece = detokenizer.next(id);
                assertThat(Character.isHighSurrogate(last(piece))).isFalse();
                text.append(piece);
            }
            text.append(detokenizer.finish());
            assertThat(text.toString()).isEqualTo(tokenizer.decode(ids));
        }
    }

    @Test
    void aSpecialTokenIsRefused() {
        assertThatThrownBy(() -> detokenizer.next(Special.START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("200006");
    }

    private static char last(String piece) {
        return piece.isEmpty() ? ' ' : piece.charAt(piece.length() - 1);
    }
}
