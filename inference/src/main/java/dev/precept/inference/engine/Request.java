package dev.precept.inference.engine;

import dev.precept.inference.harmony.Prompt;
import java.time.Duration;

/// A sequence to be generated.
///
/// @param mostTokens how many tokens the continuation adds at most
/// @param patience how long the caller waits, from the submission on
public record Request(
        Prompt prompt,
        Continuation continuation,
        int mostTokens,
        Priority priority,
        Duration patience) {

    /// Who goes first; requests of the same priority go in the order of their submission.
    public enum Priority {
        INTERACTIVE,
        NORMAL,
        BULK
    }

    public Request {
        if (prompt.suffix().length == 0 || mostTokens < 1) {
            throw new IllegalArgumentException(
                    "a request needs a suffix and room for tokens, not %d and %d"
                            .formatted(prompt.suffix().length, mostTokens));
        }
    }

    /// Positions that the sequence may take.
    int positions() {
        return prompt.length() + mostTokens;
    }
}
