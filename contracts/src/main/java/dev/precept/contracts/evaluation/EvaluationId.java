package dev.precept.contracts.evaluation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one evaluation. UUIDv7.
public record EvaluationId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EvaluationId {}

    /// @throws IllegalArgumentException if the text is no UUID
    public static EvaluationId of(String text) {
        return new EvaluationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
