package dev.precept.contracts.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How long a reasoning model may think.
public enum Effort {
    LOW,
    MEDIUM,
    HIGH;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Effort of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
