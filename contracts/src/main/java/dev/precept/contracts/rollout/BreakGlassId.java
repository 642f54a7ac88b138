package dev.precept.contracts.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one activation past closed gates. UUIDv7.
public record BreakGlassId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BreakGlassId {}

    /// @throws IllegalArgumentException if the text is no UUID
    public static BreakGlassId of(String text) {
        return new BreakGlassId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
