package dev.precept.console.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void whatIsLeftFollowsFromWhatWasSeen() {
        var pace = new Pace(nanos::get, 100);
        after(Duration.ofSeconds(10));
        assertThat(pace.left(300, 1_300)).contains(Duration.ofSeconds(50));
    }

    @Test
    void withoutProgressOrTooSoonNothingIsTold() {
        var pace = new Pace(nanos::get, 100);
        after(Duration.ofSeconds(1));
        assertThat(pace.left(300, 1_300)).isEmpty();
        after(Duration.ofSeconds(60));
        assertThat(pace.left(100, 1_300)).isEmpty();
        assertThat(pace.left(1_300, 1_300)).isEmpty();
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
