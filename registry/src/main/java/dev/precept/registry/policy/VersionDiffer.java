package dev.precept.registry.policy;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import dev.precept.contracts.policy.VersionDiff;
import dev.precept.contracts.policy.VersionDiff.Kind;
import dev.precept.contracts.policy.VersionDiff.Line;
import dev.precept.contracts.policy.VersionDiff.Row;
import dev.precept.contracts.policy.VersionDiff.Segment;
import java.util.ArrayList;
import java.util.List;

/// Sets two texts side by side, line by line, with the changed words of changed lines.
final class VersionDiffer {

    /// Private-use characters: they cannot stand in a policy that a person typed, and are cut away
    /// again here.
    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';

    private static final DiffRowGenerator GENERATOR =
            DiffRowGenerator.create()
                    .showInlineDiffs(true)
                    .inlineDiffByWord(true)
                    .ignoreWhiteSpaces(false)
                    .lineNormalizer(line -> line)
                    .oldTag(opening -> String.valueOf(opening ? OPEN : CLOSE))
                    .newTag(opening -> String.valueOf(opening ? OPEN : CLOSE))
                    .build();

    private int leftNumber;
    private int rightNumber;

    private VersionDiffer() {}

    static VersionDiff diff(String slug, VersionRow from, VersionRow to) {
        var differ = new VersionDiffer();
        var rows =
                GENERATOR.generateDiffRows(lines(from), lines(to)).stream()
                        .map(differ::row)
                        .toList();
        return new VersionDiff(slug, from.number(), to.number(), rows);
    }

    private Row row(DiffRow row) {
        return switch (row.getTag()) {
            case EQUAL -> new Row(Kind.SAME, left(row), right(row));
            case CHANGE -> new Row(Kind.CHANGED, left(row), right(row));
            case DELETE -> new Row(Kind.REMOVED, left(row), null);
            case INSERT -> new Row(Kind.ADDED, null, right(row));
        };
    }

    private Line left(DiffRow row) {
        return new Line(++leftNumber, segments(row.getOldLine()));
    }

    private Line right(DiffRow row) {
        return new Line(++rightNumber, segments(row.getNewLine()));
    }

    private static List<Segment> segments(String marked) {
        var segments = new ArrayList<Segment>();
        var text = new StringBuilder();
        boolean changed = false;
        for (char letter : marked.toCharArray()) {
            if (letter == OPEN || letter == CLOSE) {
                add(segments, text, changed);
                changed = letter == OPEN;
            } else {
                text.append(letter);
            }
        }
        add(segments, text, changed);
        return segments;
    }

    private static void add(List<Segment> segments, StringBuilder text, boolean changed) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text.toString(), changed));
            text.setLength(0);
        }
    }

    private static List<String> lines(VersionRow version) {
        return version.text()
                .replace(String.valueOf(OPEN), "")
                .replace(String.valueOf(CLOSE), "")
                .lines()
                .toList();
    }
}
