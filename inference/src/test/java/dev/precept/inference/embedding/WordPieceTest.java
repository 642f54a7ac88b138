package dev.precept.inference.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordPieceTest {

    private final WordPiece wordPiece =
            new WordPiece(
                    Map.of(
                            "[UNK]", 0, "un", 1, "##aff", 2, "##able", 3, "cafe", 4, "!", 5, "中", 6,
                            "文", 7, "a", 8, "##a", 9));

    @Test
    void theLongestPieceWinsAndAWordThatCannotBeSpelledIsUnknownAsAWhole() {
        assertThat(ids("unaffable")).containsExactly(1, 2, 3);
        assertThat(ids("unaffablex a")).containsExactly(0, 8);
    }

    @Test
    void caseAccentsControlsAndBlanksAreNormalised() {
        assertThat(ids("  CAFÉ\u0000\t!\u200b\u00a0cafe\u0301 ")).containsExactly(4, 5, 4);
    }

    @Test
    void ideographsAreWordsOfTheirOwn() {
        assertThat(ids("中文a")).containsExactly(6, 7, 8);
    }

    @Test
    void aWordOfMoreThanAHundredCharactersIsUnknown() {
        assertThat(ids("a".repeat(100))).hasSize(100);
        assertThat(ids("a".repeat(101))).containsExactly(0);
    }

    @Test
    void anyTextIsTaken() {
        var random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            IntStream.range(0, random.nextInt(60))
                    .forEach(_ -> text.append((char) random.nextInt(0x10000)));
            text.appendCodePoint(random.nextInt(0x110000));
            assertThat(wordPiece.tokenize(text.toString()).unknown()).isNotNegative();
        }
    }

    private List<Integer> ids(String text) {
        return IntStream.of(wordPiece.tokenize(text).ids()).boxed().toList();
    }
}
