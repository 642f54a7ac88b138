package dev.precept.contracts.golden;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one uploaded file of golden cases. UUIDv7.
public record GoldenUploadId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GoldenUploadId {}

    /// @throws IllegalArgumentException if the text is no UUID
    public static GoldenUploadId of(String text) {
        return new GoldenUploadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
