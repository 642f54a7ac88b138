package dev.precept.registry.policy.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// Finds what became of things that are gone among those that are new: the most similar texts
/// belong together, each once.
public final class Pairing {

    /// Looks at no more of either, so that no text keeps this busy for long.
    private static final int MOST = 300;

    private Pairing() {}

    public record Pair<T>(T before, T after, double similarity) {}

    /// @param least similarity of a pair
    /// @param fits whether two may belong together at all
    public static <T> List<Pair<T>> of(
            List<T> gone,
            List<T> added,
            Function<T, String> text,
            double least,
            BiPredicate<T, T> fits) {
        var before = gone.subList(0, Math.min(gone.size(), MOST));
        var after = added.subList(0, Math.min(added.size(), MOST));
        var words = after.stream().map(text).map(Wordings::counted).toList();
        var candidates = new ArrayList<Pair<T>>();
        for (var one : before) {
            var counted = Wordings.counted(text.apply(one));
            for (int index = 0; index < after.size(); index++) {
                var other = after.get(index);
                var similarity = Wordings.similarity(counted, words.get(index));
                if (similarity >= least && fits.test(one, other)) {
                    candidates.add(new Pair<>(one, other, similarity));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble((Pair<T> pair) -> -pair.similarity()));
        var taken = new HashSet<T>();
        var pairs = new ArrayList<Pair<T>>();
        for (var pair : candidates) {
            if (!taken.contains(pair.before()) && !taken.contains(pair.after())) {
                taken.add(pair.before());
                taken.add(pair.after());
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
