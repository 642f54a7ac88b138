package dev.precept.registry.policy.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/// A stretch of two lists that is the same in both, or differs.
///
/// @param <T> compared by `equals`
record Run<T>(boolean same, List<T> left, List<T> right) {

    /// Splits two lists into runs, in order.
    ///
    /// @param most elements of either list between their common start and end; past it the middle
    ///   is one run that differs, because the search takes the square of what differs
    static <T> List<Run<T>> of(List<T> left, List<T> right, int most) {
        int shorter = Math.min(left.size(), right.size());
        int start = 0;
        while (start < shorter && left.get(start).equals(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        var runs = new ArrayList<Run<T>>();
        add(runs, true, left.subList(0, start), right.subList(0, start));
        addMiddle(
                runs,
                left.subList(start, left.size() - end),
                right.subList(start, right.size() - end),
                most);
        add(
                runs,
                true,
                left.subList(left.size() - end, left.size()),
                right.subList(right.size() - end, right.size()));
        return runs;
    }

    private static <T> void addMiddle(List<Run<T>> runs, List<T> left, List<T> right, int most) {
        if (left.size() > most || right.size() > most) {
            add(runs, false, left, right);
            return;
        }
        for (var delta : DiffUtils.diff(left, right, true).getDeltas()) {
            add(
                    runs,
                    delta.getType() == DeltaType.EQUAL,
                    delta.getSource().getLines(),
                    delta.getTarget().getLines());
        }
    }

    private static <T> void add(List<Run<T>> runs, boolean same, List<T> left, List<T> right) {
        if (!left.isEmpty() || !right.isEmpty()) {
            runs.add(new Run<>(same, left, right));
        }
    }
}
