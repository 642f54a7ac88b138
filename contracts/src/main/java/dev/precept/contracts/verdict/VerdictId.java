package dev.precept.contracts.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one verdict. UUIDv7.
public record VerdictId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VerdictId {}

    /// @throws IllegalArgumentException if the text is no UUID
    public static VerdictId of(String text) {
        return new VerdictId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
