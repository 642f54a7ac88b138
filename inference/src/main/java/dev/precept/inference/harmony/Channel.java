package dev.precept.inference.harmony;

import java.util.Locale;

/// Which channel a message is written to.
public enum Channel {
    /// Reasoning, for reviewers.
    ANALYSIS,
    /// The answer.
    FINAL,
    /// Any other, or none.
    OTHER;

    /// Reads the header behind `<|channel|>`: its first word names the channel.
    public static Channel of(String header) {
        String first = header.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return switch (first) {
            case "analysis" -> ANALYSIS;
            case "final" -> FINAL;
            default -> OTHER;
        };
    }
}
