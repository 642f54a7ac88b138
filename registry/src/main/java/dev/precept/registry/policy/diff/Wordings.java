package dev.precept.registry.policy.diff;

import dev.precept.contracts.policy.PolicyDiff.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Compares two texts word by word.
final class Wordings {

    private static final int MOST_WORDS = 2_000;

    private Wordings() {}

    static Wording of(String before, String after) {
        var runs = Run.of(VersionDiffer.words(before), VersionDiffer.words(after), MOST_WORDS);
        return new Wording(
                VersionDiffer.segments(runs, Run::left), VersionDiffer.segments(runs, Run::right));
    }

    /// How often each word stands in a text; blanks and marks do not count.
    static Map<String, Integer> counted(String text) {
        var counts = new HashMap<String, Integer>();
        for (var word : VersionDiffer.words(text)) {
            if (Character.isLetterOrDigit(word.codePointAt(0))) {
                counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// The share of words that both have (Dice's coefficient), 0 to 1.
    static double similarity(Map<String, Integer> one, Map<String, Integer> other) {
        int all = size(one) + size(other);
        if (all == 0) {
            return 1;
        }
        int common = 0;
        for (var word : one.entrySet()) {
            common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        return 2.0 * common / all;
    }

    private static int size(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Objects::requireNonNull).sum();
    }

    /// The same words in the same order, whatever blanks are between them.
    static boolean same(String one, String other) {
        return List.of(one.strip().split("\\s+")).equals(List.of(other.strip().split("\\s+")));
    }
}
