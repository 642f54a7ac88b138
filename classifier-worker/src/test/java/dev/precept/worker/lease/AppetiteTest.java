package dev.precept.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AppetiteTest {

    @Test
    void beforeAnythingIsMeasuredAFewJobsForEverySlotAreWanted() {
        assertThat(new Appetite(2, Duration.ofSeconds(5)).room()).isEqualTo(8);
    }

    @Test
    void anEngineOfTwentyMillisecondsHoldsFiveSecondsOfWork() {
        var appetite = new Appetite(2, Duration.ofSeconds(5));
        appetite.took(Duration.ofMillis(20).toNanos());
        assertThat(appetite.room()).isEqualTo(500);
    }

    @Test
    void anEngineThatTakesNoTimeHasAnEndToo() {
        var appetite = new Appetite(2, Duration.ofSeconds(5));
        appetite.took(0);
        assertThat(appetite.room()).isEqualTo(2_000);
    }

    @Test
    void aSlowEngineKeepsOneJobInReserveForEverySlot() {
        var appetite = new Appetite(8, Duration.ofSeconds(5));
        appetite.took(Duration.ofMinutes(1).toNanos());
        assertThat(appetite.room()).isEqualTo(16);
    }

    @Test
    void oneSlowJobAmongQuickOnesChangesLittle() {
        var appetite = new Appetite(1, Duration.ofSeconds(5));
        for (int i = 0; i < 100; i++) {
            appetite.took(Duration.ofMillis(10).toNanos());
        }
        appetite.took(Duration.ofMillis(200).toNanos());
        assertThat(appetite.room()).isBetween(240, 500);
    }
}
