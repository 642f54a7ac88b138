package dev.precept.registry.correction;

import java.util.List;
import java.util.function.BiPredicate;

/// How well groups agree with what belongs together, over all pairs.
///
/// @param right pairs in one group that belong together
/// @param wrong pairs in one group that do not
/// @param missed pairs that belong together and are apart
/// @param apart pairs that are apart and belong so
/// @param groups of more than one
/// @param largest number of members
record PairScore(int right, int wrong, int missed, int apart, int groups, int largest) {

    static PairScore of(List<List<Integer>> groups, BiPredicate<Integer, Integer> belong) {
        int size = groups.stream().mapToInt(List::size).sum();
        var groupOf = new int[size];
        for (int group = 0; group < groups.size(); group++) {
            for (int member : groups.get(group)) {
                groupOf[member] = group;
            }
        }
        var pairs = new int[2][2];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < one; other++) {
                pairs[groupOf[one] == groupOf[other] ? 1 : 0][belong.test(one, other) ? 1 : 0]++;
            }
        }
        return new PairScore(
                pairs[1][1],
                pairs[1][0],
                pairs[0][1],
                pairs[0][0],
                (int) groups.stream().filter(group -> group.size() > 1).count(),
                groups.stream().mapToInt(List::size).max().orElse(0));
    }

    /// NaN without groups.
    double precision() {
        return (double) right / (right + wrong);
    }

    double recall() {
        return (double) right / (right + missed);
    }

    /// The adjusted Rand index after Hubert and Arabie (1985), from pairs: 1 where groups and truth
    /// are the same, 0 where they agree as by chance.
    double adjustedRand() {
        double product = (double) right * apart - (double) missed * wrong;
        return 2
                * product
                / ((double) (right + missed) * (missed + apart)
                        + (double) (right + wrong) * (wrong + apart));
    }
}
