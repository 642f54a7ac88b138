package dev.precept.worker.lease;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Longer and longer pauses with jitter, from about 0.1 s to 5 s.
final class Backoff {

    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5_000;

    private long millis = FIRST_MILLIS;

    void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
        millis = Math.min(LONGEST_MILLIS, millis * 2);
    }

    void reset() {
        millis = FIRST_MILLIS;
    }
}
