package dev.precept.contracts.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one scheduled activation. UUIDv7.
public record ActivationId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActivationId {}

    /// @throws IllegalArgumentException if the text is no UUID
    public static ActivationId of(String text) {
        return new ActivationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
