package dev.precept.inference.safeguard;

import java.time.Duration;
import java.util.Map;

/// What changes an answer or its time.
///
/// @param reasoningTokens the model answers after so many at the latest
/// @param temperature 0 for greedy
/// @param seed of every sampled answer; without meaning for greedy ones
/// @param patience how long a call waits for its judgement
public record SafeguardSettings(
        int reasoningTokens, double temperature, long seed, Duration patience) {

    public static final SafeguardSettings DEFAULT =
            new SafeguardSettings(2_048, 0, 0, Duration.ofMinutes(10));

    public SafeguardSettings {
        if (reasoningTokens < 1) {
            throw new IllegalArgumentException(
                    "a budget of " + reasoningTokens + " reasoning tokens lets no model answer");
        }
    }

    Map<String, String> described() {
        return Map.of(
                "reasoningTokens", Integer.toString(reasoningTokens),
                "temperature", Double.toString(temperature),
                "seed", Long.toString(seed));
    }
}
