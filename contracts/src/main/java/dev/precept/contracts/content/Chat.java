package dev.precept.contracts.content;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A conversation, judged as a whole.
///
/// @param turns in the order in which they were said
public record Chat(List<Turn> turns, @Nullable String language) implements Content {

    public Chat {
        turns = List.copyOf(turns);
    }

    @Override
    public int length() {
        return turns.stream().mapToInt(turn -> turn.text().length()).sum();
    }

    @Override
    public String asText() {
        return turns.stream()
                .map(turn -> turn.role().wireName() + ": " + turn.text())
                .collect(Collectors.joining("\n"));
    }

    /// Shows the size only: content stays out of logs.
    @Override
    public String toString() {
        return "Chat[" + turns.size() + " turns, " + length() + " characters]";
    }
}
