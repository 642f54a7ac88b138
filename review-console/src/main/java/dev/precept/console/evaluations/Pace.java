package dev.precept.console.evaluations;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How long a run will still take, from how fast it went since somebody began to look.
final class Pace {

    /// Sooner, a guess would jump about.
    private static final Duration SHORTEST = Duration.ofSeconds(3);

    private final LongSupplier nanos;
    private final long since;
    private final int before;

    /// @param done when somebody began to look
    Pace(LongSupplier nanos, int done) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
        this.before = done;
    }

    /// Empty as long as it cannot be told.
    Optional<Duration> left(int done, int of) {
        var looked = Duration.ofNanos(nanos.getAsLong() - since);
        if (done <= before || done >= of || looked.compareTo(SHORTEST) < 0) {
            return Optional.empty();
        }
        return Optional.of(looked.multipliedBy(of - done).dividedBy(done - before));
    }
}
