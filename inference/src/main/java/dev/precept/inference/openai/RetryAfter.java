package dev.precept.inference.openai;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// How long to wait before a call is made again: as long as the server asks, else twice as long as
/// the time before, with a random part so that calls do not come back together.
final class RetryAfter {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final InstantSource clock;

    RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    /// @param asked the header `Retry-After`: seconds, or a date
    /// @param failures so far, at least 1
    Duration pause(Optional<String> asked, int failures) {
        var wanted =
                asked.flatMap(this::read)
                        .orElseGet(() -> FIRST.multipliedBy(1L << Math.min(failures - 1, 10)));
        var bounded = wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
        long millis = Math.max(0, bounded.toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }

    private Optional<Duration> read(String header) {
        var text = header.strip();
        try {
            return Optional.of(
                    text.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(clock.instant(), date(text)));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
