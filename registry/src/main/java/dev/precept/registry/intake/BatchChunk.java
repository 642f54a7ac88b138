package dev.precept.registry.intake;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.intake.BatchLineError;
import dev.precept.registry.policy.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of one upload that were read and not yet written. Bounded by count, by characters and by
/// age, so that memory stays small and jobs start while the rest still arrives.
final class BatchChunk {

    private static final int LINES = 500;
    private static final int CHARACTERS = 2_000_000;
    private static final Duration AGE = Duration.ofSeconds(1);

    private final Clock clock;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<BatchLineError> errors = new ArrayList<>();
    private int characters;
    private @Nullable Instant since;

    BatchChunk(Clock clock) {
        this.clock = clock;
    }

    void add(Accepted line) {
        accepted.add(line);
        characters += line.content().length();
        begin();
    }

    void add(BatchLineError error) {
        errors.add(error);
        begin();
    }

    private void begin() {
        if (since == null) {
            since = clock.instant();
        }
    }

    boolean isFull() {
        return accepted.size() + errors.size() >= LINES
                || characters >= CHARACTERS
                || (since != null && since.plus(AGE).isBefore(clock.instant()));
    }

    boolean isEmpty() {
        return accepted.isEmpty() && errors.isEmpty();
    }

    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    List<BatchLineError> errors() {
        return List.copyOf(errors);
    }

    void clear() {
        accepted.clear();
        errors.clear();
        characters = 0;
        since = null;
    }

    /// A line that becomes an item with a job for each policy asked.
    record Accepted(int line, String customId, List<Asked> policies, Content content) {

        Accepted {
            policies = List.copyOf(policies);
        }
    }
}
