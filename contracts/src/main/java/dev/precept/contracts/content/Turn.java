package dev.precept.contracts.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;

/// One utterance of a chat.
public record Turn(Role role, String text) {

    public Turn {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
    }

    /// Who spoke.
    public enum Role {
        USER,
        ASSISTANT,
        SYSTEM,
        TOOL;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Role of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /// Shows the size only: content stays out of logs.
    @Override
    public String toString() {
        return "Turn[" + role.wireName() + ", " + text.length() + " characters]";
    }
}
