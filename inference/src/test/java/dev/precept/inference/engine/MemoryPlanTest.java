package dev.precept.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.engine.MemoryPlan.Footprint;
import dev.precept.inference.engine.MemoryPlan.Wanted;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {

    private static final long GIB = 1L << 30;
    private static final Footprint MODEL = new Footprint(14 * GIB, GIB, 24 << 10, 3 << 20);
    private static final Wanted WANTED = new Wanted(16, 8_192, 2 * GIB);

    @Test
    void whatIsWantedIsPlannedIfItFits() {
        var plan = MemoryPlan.of(MODEL, WANTED, 24 * GIB);
        assertThat(plan.rows()).isEqualTo(16);
        assertThat(plan.context()).isEqualTo(8_192);
        assertThat(plan.prefixBytes()).isEqualTo(2 * GIB);
        assertThat(plan.described())
                .isEqualTo(
                        "weights 14.0 GiB + workspace 1.0 GiB + 16 rows of 8192 positions 3.0 GiB"
                                + " + prefixes 2.0 GiB = 20.0 GiB of 24.0 GiB");
    }

    @Test
    void prefixesGiveWayThenRowsThenTheContext() {
        assertThat(MemoryPlan.of(MODEL, WANTED, 19 * GIB).prefixBytes()).isLessThan(GIB);
        assertThat(MemoryPlan.of(MODEL, WANTED, 16 * GIB).rows()).isEqualTo(5);
        var tight = MemoryPlan.of(MODEL, WANTED, 15 * GIB + (60 << 20));
        assertThat(tight.rows()).isEqualTo(1);
        assertThat(tight.context()).isEqualTo(2_048);
    }

    @Test
    void aMemoryThatIsTooSmallIsRefusedWithTheNumbers() {
        assertThatThrownBy(() -> MemoryPlan.of(MODEL, WANTED, 12 * GIB))
                .isInstanceOf(DecoderException.class)
                .hasMessageContaining("14.0 GiB")
                .hasMessageContaining("12.0 GiB are available");
    }

    @Test
    void noPlanTakesMoreThanThereIs() {
        var random = new Random(9);
        for (int i = 0; i < 10_000; i++) {
            var model =
                    new Footprint(
                            random.nextLong(GIB),
                            random.nextLong(GIB / 4),
                            1 + random.nextInt(100_000),
                            0);
            var wanted =
                    new Wanted(
                            1 + random.nextInt(32),
                            1_024 << random.nextInt(6),
                            random.nextLong(GIB));
            long available = 2 * GIB + random.nextLong(20 * GIB);
            assertThat(MemoryPlan.of(model, wanted, available).total())
                    .isLessThanOrEqualTo(available);
        }
    }
}
