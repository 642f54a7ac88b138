package dev.precept.registry.golden;

import dev.precept.contracts.verdict.Outcome;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What files say for outcomes; the mapping's own words go first.
final class OutcomeWords {

    private final Map<String, Outcome> words = new HashMap<>();

    OutcomeWords(Map<String, Outcome> own) {
        put(Outcome.VIOLATES, "violates", "violation", "unsafe", "true", "yes", "1");
        put(Outcome.SAFE, "safe", "ok", "allowed", "false", "no", "0");
        put(Outcome.UNDETERMINED, "undetermined", "unsure", "unknown");
        own.forEach((word, outcome) -> words.put(key(word), outcome));
    }

    private void put(Outcome outcome, String... known) {
        for (var word : known) {
            words.put(word, outcome);
        }
    }

    @Nullable Outcome of(String cell) {
        return words.get(key(cell));
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
