package dev.precept.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionTest {

    @Test
    void countsEveryCell() {
        var confusion =
                Confusion.NONE
                        .plus(true, "VIOLATES")
                        .plus(true, "SAFE")
                        .plus(false, "VIOLATES")
                        .plus(false, "SAFE")
                        .plus(true, "UNDETERMINED");
        assertThat(confusion).isEqualTo(new Confusion(1, 1, 2, 1, 1));
        assertThat(confusion.f1()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void intervalIsWilsons() {
        // 8 of 10: the textbook interval is 0.490 to 0.943
        var share = new Confusion.Share(8, 10);
        assertThat(share.lower()).isCloseTo(0.490, within(0.001));
        assertThat(share.upper()).isCloseTo(0.943, within(0.001));
    }
}
