package dev.precept.inference.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.precept.inference.ClassificationException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WholeTextTest {

    private static final String CAKES = "The cake was baked at dawn with butter and plums. ";
    private static final String TRAINS = "The night train waits for snow at the mountain pass. ";

    private static BgeSmall bge;

    @BeforeAll
    static void load() {
        bge = BgeSmall.load();
    }

    @AfterAll
    static void close() {
        bge.close();
    }

    @Test
    void aShortTextHasTheVectorOfItsOneWindow() throws Exception {
        var tokens = bge.tokenize(CAKES);
        assertThat(cosine(WholeText.embed(bge, CAKES), bge.embed(tokens, 0, tokens.count())))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void aLongTextLiesBetweenWhatItsWindowsSay() throws Exception {
        var cakes = words(CAKES, bge.window());
        var trains = words(TRAINS, bge.window());
        var both = WholeText.embed(bge, cakes + trains);
        assertThat(bge.tokenize(cakes + trains).count()).isGreaterThan(bge.window());
        double apart = cosine(WholeText.embed(bge, cakes), WholeText.embed(bge, trains));
        assertThat(cosine(both, WholeText.embed(bge, cakes))).isGreaterThan(apart);
        assertThat(cosine(both, WholeText.embed(bge, trains))).isGreaterThan(apart);
    }

    @Test
    void windowsAreLaidEndToEndAndTheRestBeyondTheLimitIsLeftOut() throws Exception {
        assertThat(windowsOf(0)).isEqualTo(1);
        assertThat(windowsOf(1)).isEqualTo(1);
        assertThat(windowsOf(510)).isEqualTo(1);
        assertThat(windowsOf(511)).isEqualTo(2);
        assertThat(windowsOf(1_020)).isEqualTo(2);
        assertThat(windowsOf(510 * WholeText.LIMIT)).isEqualTo(WholeText.LIMIT);
        assertThat(windowsOf(510 * WholeText.LIMIT + 1)).isEqualTo(WholeText.LIMIT);
        assertThat(windowsOf(510 * 40)).isEqualTo(WholeText.LIMIT);
    }

    @Test
    void whatFollowsTheLastWindowChangesNothing() throws Exception {
        var full = words(CAKES, bge.window() * WholeText.LIMIT);
        assertThat(WholeText.embed(bge, full + TRAINS)).isEqualTo(WholeText.embed(bge, full));
    }

    @Test
    void everyVectorHasLengthOne() throws Exception {
        for (var text : List.of("", " ", "a", CAKES, words(TRAINS, 1_300), "\u0000\uFFFF", "中文")) {
            var vector = WholeText.embed(bge, text);
            assertThat(vector).hasSize(384);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aVectorWithoutDirectionIsAFailureThatDoesNotShowTheText() {
        for (float[] bad : List.of(new float[] {0, 0}, new float[] {Float.NaN, 1})) {
            assertThatThrownBy(() -> WholeText.embed(Fakes.words(bad), "quiet words"))
                    .isInstanceOf(ClassificationException.class)
                    .hasMessageNotContaining("quiet");
        }
    }

    private static int windowsOf(int words) throws ClassificationException {
        var embedder = Fakes.words();
        WholeText.embed(embedder, "word ".repeat(words));
        return embedder.calls();
    }

    /// The text again and again, until it has exactly so many tokens.
    private static String words(String text, int tokens) {
        int once = bge.tokenize(text).count();
        return text.repeat(tokens / once) + "a ".repeat(tokens % once);
    }

    private static double cosine(float[] left, float[] right) {
        double product = 0;
        for (int index = 0; index < left.length; index++) {
            product += (double) left[index] * right[index];
        }
        return product;
    }
}
