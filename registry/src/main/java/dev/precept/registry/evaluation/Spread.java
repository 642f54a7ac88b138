package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.EvaluationReport.Lengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How lengths are spread.
final class Spread {

    private Spread() {}

    static Lengths of(IntStream lengths) {
        var sorted = lengths.sorted().toArray();
        if (sorted.length == 0) {
            return Lengths.NONE;
        }
        var bars = new ArrayList<Integer>();
        int counted = 0;
        for (int bound : Lengths.BOUNDS) {
            int within = (int) Arrays.stream(sorted).filter(length -> length <= bound).count();
            bars.add(within - counted);
            counted = within;
        }
        bars.add(sorted.length - counted);
        return new Lengths(
                sorted.length,
                Arrays.stream(sorted).average().orElse(0),
                rank(sorted, 50),
                rank(sorted, 90),
                sorted[sorted.length - 1],
                bars);
    }

    /// Nearest rank: the smallest length that so many percent do not exceed.
    private static int rank(int[] sorted, int percent) {
        return sorted[Math.ceilDiv(percent * sorted.length, 100) - 1];
    }
}
