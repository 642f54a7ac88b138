package dev.precept.registry.correction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/// Groups vectors of length 1 by complete linkage: the two groups that are most alike become one,
/// as long as every two members are alike enough. A group therefore cannot grow by small steps into
/// one that is like everything. The same input gives the same groups.
final class Clustering {

    /// How like every two contents of a group are at least: a cosine. Chosen for bge-small on the
    /// golden sets of the starter policies; `ClusteringQualityIT` measures it again.
    static final double ALIKE = 0.64;

    /// How like, if they were cited under the same rule.
    static final double ALIKE_UNDER_ONE_RULE = 0.54;

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final List<List<Integer>> groups = new ArrayList<>();
    private final double[][] likeness;

    private Clustering(double[][] likeness) {
        this.likeness = likeness;
        for (int index = 0; index < likeness.length; index++) {
            groups.add(new ArrayList<>(List.of(index)));
        }
    }

    /// @param together whether two of the vectors were cited under one rule, by index
    /// @return indexes, the most typical of each group first, the largest group first
    static List<List<Integer>> of(List<float[]> vectors, BiPredicate<Integer, Integer> together) {
        return of(vectors, together, ALIKE, ALIKE_UNDER_ONE_RULE);
    }

    /// Time grows with the cube of the number of vectors at worst: 500 take less than a second.
    static List<List<Integer>> of(
            List<float[]> vectors,
            BiPredicate<Integer, Integer> together,
            double alike,
            double alikeUnderOneRule) {
        var clustering =
                new Clustering(likeness(vectors, together, Math.max(0, alike - alikeUnderOneRule)));
        clustering.joinWhileAlike(alike);
        return clustering.groups.stream()
                .filter(group -> !group.isEmpty())
                .map(group -> typicalFirst(group, vectors))
                .sorted(Comparator.comparingInt((List<Integer> group) -> -group.size()))
                .toList();
    }

    private static double[][] likeness(
            List<float[]> vectors, BiPredicate<Integer, Integer> together, double underOneRule) {
        var likeness = new double[vectors.size()][vectors.size()];
        for (int one = 0; one < likeness.length; one++) {
            likeness[one][one] = NEVER;
            for (int other = 0; other < one; other++) {
                likeness[one][other] =
                        cosine(vectors.get(one), vectors.get(other))
                                + (together.test(one, other) ? underOneRule : 0);
                likeness[other][one] = likeness[one][other];
            }
        }
        return likeness;
    }

    private void joinWhileAlike(double alike) {
        while (true) {
            int one = 0;
            int other = 0;
            for (int row = 0; row < likeness.length; row++) {
                for (int column = 0; column < row; column++) {
                    if (likeness[row][column] > likeness[one][other]) {
                        one = column;
                        other = row;
                    }
                }
            }
            if (likeness.length == 0 || likeness[one][other] < alike) {
                return;
            }
            join(one, other);
        }
    }

    /// Two groups are as alike as their two members that are least so.
    private void join(int one, int other) {
        groups.get(one).addAll(groups.get(other));
        groups.get(other).clear();
        for (int each = 0; each < likeness.length; each++) {
            likeness[one][each] = Math.min(likeness[one][each], likeness[other][each]);
            likeness[each][one] = likeness[one][each];
            likeness[each][other] = NEVER;
        }
        Arrays.fill(likeness[other], NEVER);
    }

    private static List<Integer> typicalFirst(List<Integer> group, List<float[]> vectors) {
        var mean = mean(group.stream().map(vectors::get).toList());
        return group.stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Integer index) -> -cosine(mean, vectors.get(index)))
                                .thenComparing(Comparator.naturalOrder()))
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
        var sum = new double[vectors.getFirst().length];
        for (var vector : vectors) {
            for (int at = 0; at < sum.length; at++) {
                sum[at] += vector[at];
            }
        }
        double length =
                Math.sqrt(Math.max(Arrays.stream(sum).map(each -> each * each).sum(), 1e-24));
        var mean = new float[sum.length];
        for (int at = 0; at < sum.length; at++) {
            mean[at] = (float) (sum[at] / length);
        }
        return mean;
    }
}
