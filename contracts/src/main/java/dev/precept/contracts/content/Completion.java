package dev.precept.contracts.content;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A text that an AI system wrote.
public record Completion(String text, @Nullable String language) implements Content {

    public Completion {
        Objects.requireNonNull(text, "text");
    }

    public Completion(String text) {
        this(text, null);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public String asText() {
        return text;
    }

    /// Shows the size only: content stays out of logs.
    @Override
    public String toString() {
        return "Completion[" + text.length() + " characters]";
    }
}
