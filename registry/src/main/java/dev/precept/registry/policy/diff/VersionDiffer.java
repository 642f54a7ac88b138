package dev.precept.registry.policy.diff;

import dev.precept.contracts.policy.VersionDiff.Kind;
import dev.precept.contracts.policy.VersionDiff.Line;
import dev.precept.contracts.policy.VersionDiff.Row;
import dev.precept.contracts.policy.VersionDiff.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Sets two texts side by side, line by line, with the changed words of changed lines. Texts that
/// differ in very many lines, and lines that differ in very many words, are shown as changed whole:
/// no text keeps this busy for long.
public final class VersionDiffer {

    private static final int MOST_LINES = 2_000;
    private static final int MOST_WORDS = 600;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.");

    private final List<Row> rows = new ArrayList<>();
    private int leftNumber;
    private int rightNumber;

    private VersionDiffer() {}

    public static List<Row> rows(String from, String to) {
        var differ = new VersionDiffer();
        for (var run : Run.of(from.lines().toList(), to.lines().toList(), MOST_LINES)) {
            differ.add(run);
        }
        return differ.rows;
    }

    private void add(Run<String> run) {
        int pairs = Math.min(run.left().size(), run.right().size());
        for (int pair = 0; pair < pairs; pair++) {
            addPair(run.same(), run.left().get(pair), run.right().get(pair));
        }
        for (var line : run.left().subList(pairs, run.left().size())) {
            rows.add(new Row(Kind.REMOVED, left(whole(line, true)), null));
        }
        for (var line : run.right().subList(pairs, run.right().size())) {
            rows.add(new Row(Kind.ADDED, null, right(whole(line, true))));
        }
    }

    private void addPair(boolean same, String left, String right) {
        if (same) {
            rows.add(new Row(Kind.SAME, left(whole(left, false)), right(whole(right, false))));
            return;
        }
        var words = Run.of(words(left), words(right), MOST_WORDS);
        rows.add(
                new Row(
                        Kind.CHANGED,
                        left(segments(words, Run::left)),
                        right(segments(words, Run::right))));
    }

    private Line left(List<Segment> segments) {
        return new Line(++leftNumber, segments);
    }

    private Line right(List<Segment> segments) {
        return new Line(++rightNumber, segments);
    }

    private static List<Segment> whole(String line, boolean changed) {
        return line.isEmpty() ? List.of() : List.of(new Segment(line, changed));
    }

    static List<Segment> segments(
            List<Run<String>> runs, Function<Run<String>, List<String>> side) {
        return runs.stream()
                .filter(run -> !side.apply(run).isEmpty())
                .map(run -> new Segment(String.join("", side.apply(run)), !run.same()))
                .toList();
    }

    static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }
}
