package dev.precept.registry.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairScoreTest {

    @Test
    void countsPairsByHand() {
        // together are 0-1, 0-2, 1-2 and 3-4; what is even belongs together: 0-2, 0-4, 2-4
        var score = score(List.of(List.of(0, 1, 2), List.of(3, 4)));
        assertThat(score).isEqualTo(new PairScore(1, 3, 2, 4, 2, 3));
        assertThat(score.precision()).isCloseTo(0.25, within(1e-9));
        assertThat(score.recall()).isCloseTo(1 / 3.0, within(1e-9));
        // expected by chance are 4 × 3 / 10 of at most (4 + 3) / 2 pairs
        assertThat(score.adjustedRand()).isCloseTo((1 - 1.2) / (3.5 - 1.2), within(1e-9));
    }

    @Test
    void truthItselfHasAnIndexOfOne() {
        assertThat(score(List.of(List.of(0, 2, 4), List.of(1), List.of(3))).adjustedRand())
                .isCloseTo(1, within(1e-9));
    }

    private static PairScore score(List<List<Integer>> groups) {
        return PairScore.of(groups, (one, other) -> one % 2 == 0 && other % 2 == 0);
    }
}
