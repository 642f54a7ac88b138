package dev.precept.registry.correction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/// Groups vectors of length 1: each joins the group whose mean it is most like, if it is like
/// enough, and else begins its own. The order given decides ties, so the same input gives the same
/// groups.
final class Clustering {

    /// How like a content must be to a group: a cosine, guessed for bge-small and not yet measured
    /// against corrections of real reviewers.
    static final double ALIKE = 0.75;

    /// How like, if it was cited under the same rule.
    static final double ALIKE_UNDER_ONE_RULE = 0.68;

    private Clustering() {}

    /// @param together whether two of the vectors were cited under one rule, by index
    /// @return indexes, the most typical of each group first, the largest group first
    static List<List<Integer>> of(List<float[]> vectors, BiPredicate<Integer, Integer> together) {
        var groups = new ArrayList<Group>();
        for (int index = 0; index < vectors.size(); index++) {
            int each = index;
            Group best = null;
            double most = 0;
            for (var group : groups) {
                double alike = group.alike(vectors.get(each));
                boolean oneRule =
                        group.members.stream().anyMatch(other -> together.test(other, each));
                if (alike >= (oneRule ? ALIKE_UNDER_ONE_RULE : ALIKE) && alike > most) {
                    best = group;
                    most = alike;
                }
            }
            if (best == null) {
                best = new Group(vectors.get(each).length);
                groups.add(best);
            }
            best.add(each, vectors.get(each));
        }
        return groups.stream()
                .map(group -> group.typicalFirst(vectors))
                .sorted(Comparator.comparingInt((List<Integer> group) -> -group.size()))
                .toList();
    }

    static double cosine(float[] left, float[] right) {
        double product = 0;
        for (int index = 0; index < left.length; index++) {
            product += (double) left[index] * right[index];
        }
        return product;
    }

    /// The mean of vectors, scaled to length 1.
    static float[] mean(List<float[]> vectors) {
        var group = new Group(vectors.getFirst().length);
        vectors.forEach(vector -> group.add(0, vector));
        return group.mean();
    }

    /// Members and the sum of their vectors.
    private static final class Group {

        private final List<Integer> members = new ArrayList<>();
        private final double[] sum;

        Group(int dimensions) {
            this.sum = new double[dimensions];
        }

        void add(int index, float[] vector) {
            members.add(index);
            for (int at = 0; at < sum.length; at++) {
                sum[at] += vector[at];
            }
        }

        float[] mean() {
            double squares = 0;
            for (double value : sum) {
                squares += value * value;
            }
            double length = Math.sqrt(Math.max(squares, 1e-24));
            var mean = new float[sum.length];
            for (int at = 0; at < sum.length; at++) {
                mean[at] = (float) (sum[at] / length);
            }
            return mean;
        }

        double alike(float[] vector) {
            return cosine(mean(), vector);
        }

        List<Integer> typicalFirst(List<float[]> vectors) {
            var mean = mean();
            var sorted = new ArrayList<>(members);
            sorted.sort(
                    Comparator.comparingDouble((Integer index) -> -cosine(mean, vectors.get(index)))
                            .thenComparing(Comparator.naturalOrder()));
            return Collections.unmodifiableList(sorted);
        }
    }
}
