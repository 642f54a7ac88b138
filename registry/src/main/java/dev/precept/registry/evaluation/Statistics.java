package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.evaluation.Scores;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/// Shares with their uncertainty.
public final class Statistics {

    private static final double ERROR_RATE = 0.05;

    private Statistics() {}

    /// Wilson's score interval at 95 %.
    public static Interval share(int hits, int of) {
        if (of == 0) {
            return new Interval(0, 0, 1, 0);
        }
        var wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(of, hits, ERROR_RATE);
        return new Interval(
                (double) hits / of,
                Math.max(0, wilson.getLowerBound()),
                Math.min(1, wilson.getUpperBound()),
                of);
    }

    /// F1 is 2J / (1 + J) of the Jaccard share J = TP / (TP + FP + FN), which is a binomial share:
    /// its interval carries over.
    static Interval f1(int truePositives, int falsePositives, int falseNegatives) {
        var jaccard = share(truePositives, truePositives + falsePositives + falseNegatives);
        return new Interval(
                f1(jaccard.value()), f1(jaccard.low()), f1(jaccard.high()), jaccard.of());
    }

    private static double f1(double jaccard) {
        return 2 * jaccard / (1 + jaccard);
    }

    static Scores scores(int tp, int fp, int fn, int tn) {
        return new Scores(tp, fp, fn, tn, share(tp, tp + fp), share(tp, tp + fn), f1(tp, fp, fn));
    }

    /// McNemar's exact test: under the hypothesis of no change a discordant pair falls either way
    /// with probability one half.
    static double mcNemar(int broken, int mended) {
        return broken + mended == 0
                ? 1
                : BinomialTest.withDefaults()
                        .with(AlternativeHypothesis.TWO_SIDED)
                        .test(broken + mended, broken, 0.5)
                        .getPValue();
    }
}
