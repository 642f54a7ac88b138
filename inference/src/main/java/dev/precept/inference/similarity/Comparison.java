package dev.precept.inference.similarity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How near one window of a passage is to a policy.
///
/// @param margin log Σ exp(cos/T) over violating anchors less the same over safe ones
/// @param violating the nearest violating rules, the nearest first, with their cosines
/// @param safe the nearest allowed rules, likewise
/// @param ordinary the largest cosine to ordinary talk, which counts as safe and belongs to no
///   rule; -1 without such anchors
record Comparison(
        double margin,
        List<Map.Entry<String, Double>> violating,
        List<Map.Entry<String, Double>> safe,
        double ordinary) {

    static Comparison of(float[] vector, Anchors anchors, double temperature) {
        return new Comparison(
                logSumExp(vector, anchors.violating(), temperature)
                        - logSumExp(vector, anchors.safe(), temperature),
                nearest(vector, anchors.violating()),
                nearest(vector, anchors.safe()),
                ordinary(vector, anchors.safe()));
    }

    /// Whether ordinary talk is nearer than every allowed rule.
    boolean ordinaryIsNearest() {
        return ordinary > -1 && (safe.isEmpty() || ordinary > safe.getFirst().getValue());
    }

    private static double ordinary(float[] vector, List<Anchors.Anchor> safe) {
        return safe.stream()
                .filter(anchor -> anchor.ruleId().equals(Anchors.NO_RULE))
                .mapToDouble(anchor -> cosine(vector, anchor.vector()))
                .max()
                .orElse(-1);
    }

    private static double logSumExp(float[] vector, List<Anchors.Anchor> anchors, double t) {
        if (anchors.isEmpty()) {
            return 0;
        }
        double[] cosines =
                anchors.stream().mapToDouble(anchor -> cosine(vector, anchor.vector())).toArray();
        double top = Double.NEGATIVE_INFINITY;
        for (double cosine : cosines) {
            top = Math.max(top, cosine);
        }
        double sum = 0;
        for (double cosine : cosines) {
            sum += Math.exp((cosine - top) / t);
        }
        return top / t + Math.log(sum);
    }

    private static List<Map.Entry<String, Double>> nearest(
            float[] vector, List<Anchors.Anchor> anchors) {
        var best = new LinkedHashMap<String, Double>();
        for (var anchor : anchors) {
            if (!anchor.ruleId().equals(Anchors.NO_RULE)) {
                best.merge(anchor.ruleId(), cosine(vector, anchor.vector()), Math::max);
            }
        }
        return best.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
