package dev.precept.registry.rollout;

import dev.precept.contracts.rollout.RolloutLimits;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/// Whether what was seen is past a limit for sure. A rate is past it when the lower end of its
/// Wilson interval is, at 99 % one-sided: the rule is asked every second, so it must be slow to be
/// fooled by a few items.
final class HaltRule {

    private static final double TWO_SIDED = 0.02;

    private HaltRule() {}

    /// @return why to halt, with the figures; nothing if there is no reason
    static Optional<String> reason(RolloutLimits limits, Seen seen) {
        var disagreement =
                past(
                        "disagree",
                        seen.disagreed(),
                        seen.compared(),
                        limits.disagreement(),
                        limits.minimum());
        return disagreement.isPresent()
                ? disagreement
                : past(
                        "are UNDETERMINED",
                        seen.undetermined(),
                        seen.judged(),
                        limits.undetermined(),
                        limits.minimum());
    }

    private static Optional<String> past(String what, int hits, int of, double limit, int minimum) {
        if (of < minimum || (double) hits / of <= limit) {
            return Optional.empty();
        }
        double atLeast =
                BinomialConfidenceInterval.WILSON_SCORE
                        .fromErrorRate(of, hits, TWO_SIDED)
                        .getLowerBound();
        return atLeast <= limit
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%d of %d %s: %.1f %%, surely more than %.1f %%; the limit is %.1f %%.",
                                hits,
                                of,
                                what,
                                100.0 * hits / of,
                                Math.floor(1000 * atLeast) / 10,
                                100 * limit));
    }

    /// Counts over a rollout.
    record Seen(int judged, int undetermined, int compared, int disagreed) {}
}
