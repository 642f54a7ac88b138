package dev.precept.contracts.evaluation;

import dev.precept.contracts.verdict.Outcome;
import java.util.List;

/// Two runs beside each other, over the cases that both have judged.
///
/// @param flips cases whose outcome differs
/// @param broken right before, wrong now
/// @param mended wrong before, right now
/// @param mcNemar two-sided p-value of the exact test on broken and mended
/// @param kinds of flips, the most frequent first; their cases add up to the flips
public record Comparison(
        EvaluationId before,
        EvaluationId now,
        int shared,
        int flips,
        int broken,
        int mended,
        double mcNemar,
        List<FlipKind> kinds) {

    public Comparison {
        kinds = List.copyOf(kinds);
    }

    /// How often one outcome became another.
    public record FlipKind(Outcome was, Outcome is, Change change, int cases) {}

    /// What a flip did to a case.
    public enum Change {
        /// Right before, wrong now.
        BROKEN,
        /// Wrong before, right now.
        MENDED,
        /// Wrong before and after, in another way.
        STILL_WRONG;

        public static Change of(Flip flip) {
            var expected = flip.expected().outcome();
            if (flip.before().outcome() == expected) {
                return BROKEN;
            }
            return flip.now().outcome() == expected ? MENDED : STILL_WRONG;
        }
    }
}
