package dev.precept.console.evaluations;

import dev.precept.console.measure.Share;
import dev.precept.contracts.evaluation.Comparison;
import dev.precept.contracts.evaluation.Comparison.Change;
import java.util.Locale;

/// Comparisons in words. On a replay what was said at the time stands in for what is right.
final class FlipWords {

    /// Below this, a difference is called larger than chance.
    static final double SIGNIFICANT = 0.05;

    private FlipWords() {}

    static String change(Change change, boolean replay) {
        return switch (change) {
            case BROKEN -> replay ? "Now differs from the time" : "Right before, wrong now";
            case MENDED -> replay ? "Now as at the time" : "Wrong before, right now";
            case STILL_WRONG -> replay ? "Differs in another way" : "Wrong in another way";
        };
    }

    /// McNemar's test in a sentence or two.
    static String significance(Comparison comparison, String before, String now) {
        int broken = comparison.broken();
        int mended = comparison.mended();
        if (broken + mended == 0) {
            return "No case became right or wrong, so there is no difference to test.";
        }
        var larger = comparison.mcNemar() < SIGNIFICANT;
        var verdict =
                larger
                        ? "The difference is larger than chance: %s."
                        : "The difference may well be chance: %s.";
        return verdict.formatted(p(comparison.mcNemar()))
                + " "
                + direction(broken, mended, larger, before, now);
    }

    private static String direction(
            int broken, int mended, boolean larger, String before, String now) {
        var counts =
                "%s mends %s and breaks %s."
                        .formatted(now, Share.cases(mended), Share.cases(broken));
        if (!larger) {
            return counts + " More cases would tell.";
        }
        return counts + " " + (mended > broken ? now : before) + " is the better one here.";
    }

    /// For example `p = 0.003`.
    static String p(double value) {
        return value < 0.001
                ? "p < 0.001"
                : String.format(Locale.ROOT, value < 0.1 ? "p = %.3f" : "p = %.2f", value);
    }
}
