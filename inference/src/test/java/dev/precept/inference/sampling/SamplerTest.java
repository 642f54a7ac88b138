package dev.precept.inference.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private final Logits logits = HostLogits.of(0, (float) Math.log(3), -50, 1.0986123f);

    @Test
    void greedyTakesTheLargestAndOfEqualsTheFirst() {
        assertThat(Sampler.greedy().pick(HostLogits.of(1, 5, 5, 2), null)).isEqualTo(1);
    }

    @Test
    void greedyStaysInsideTheAllowed() {
        assertThat(Sampler.greedy().pick(logits, TokenSet.of(0, 2))).isZero();
        assertThat(Sampler.greedy().pick(logits, TokenSet.of())).isEqualTo(-1);
    }

    @Test
    void samplingFollowsTheProbabilities() {
        var sampler = new Sampler(1, 42);
        long ones =
                IntStream.range(0, 20_000)
                        .filter(_ -> sampler.pick(logits, TokenSet.of(0, 1, 2)) == 1)
                        .count();
        assertThat(ones / 20_000.0).isCloseTo(0.75, within(0.02));
    }

    @Test
    void theSameSeedPicksTheSame() {
        var first = new Sampler(0.8, 7);
        var second = new Sampler(0.8, 7);
        for (int i = 0; i < 100; i++) {
            assertThat(first.pick(logits, null)).isEqualTo(second.pick(logits, null));
        }
    }

    @Test
    void anImpossibleTemperatureIsRefused() {
        assertThatThrownBy(() -> new Sampler(Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sampler(-1, 0)).hasMessageContaining("-1");
    }

    @Test
    void logSumExpIsStableForLargeLogits() {
        assertThat(HostLogits.of(1_000, 1_000).logSumExp())
                .isCloseTo(1_000 + Math.log(2), within(1e-9));
        assertThat(HostLogits.of(-1_000, -1_001).logSumExp())
                .isCloseTo(-1_000 + Math.log(1 + Math.exp(-1)), within(1e-9));
    }

    @Test
    void largeAndSmallSetsHoldTheSame() {
        int[] ids = IntStream.range(0, 5_000).map(i -> 3 * i).toArray();
        var set = TokenSet.of(ids);
        assertThat(set.size()).isEqualTo(5_000);
        assertThat(set.contains(2_997)).isTrue();
        assertThat(set.contains(2_998)).isFalse();
        assertThat(set.contains(1 << 20)).isFalse();
        var seen = IntStream.builder();
        set.forEach(seen::add);
        assertThat(seen.build().toArray()).isEqualTo(ids);
    }
}
