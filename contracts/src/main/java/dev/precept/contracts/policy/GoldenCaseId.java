package dev.precept.contracts.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one golden case. UUIDv7.
public record GoldenCaseId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GoldenCaseId {}

    /// @throws IllegalArgumentException if the text is no UUID
    public static GoldenCaseId of(String text) {
        return new GoldenCaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
