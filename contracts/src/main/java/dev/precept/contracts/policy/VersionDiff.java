package dev.precept.contracts.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two versions side by side.
public record VersionDiff(String slug, int from, int to, List<Row> rows) {

    public VersionDiff {
        rows = List.copyOf(rows);
    }

    /// One pair of lines; a side is null where the line exists on the other side only.
    public record Row(Kind kind, @Nullable Line left, @Nullable Line right) {}

    /// One line in words.
    ///
    /// @param number from 1
    public record Line(int number, List<Segment> segments) {

        public Line {
            segments = List.copyOf(segments);
        }
    }

    /// A run of text that changed, or did not.
    public record Segment(String text, boolean changed) {}

    /// How the two lines of a row relate.
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }
}
