package dev.precept.contracts.content;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A text that a person wrote.
public record Message(String text, @Nullable String language) implements Content {

    public Message {
        Objects.requireNonNull(text, "text");
    }

    public Message(String text) {
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
        return "Message[" + text.length() + " characters]";
    }
}
