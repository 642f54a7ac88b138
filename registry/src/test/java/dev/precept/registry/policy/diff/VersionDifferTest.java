package dev.precept.registry.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.precept.contracts.policy.VersionDiff.Kind;
import dev.precept.contracts.policy.VersionDiff.Line;
import dev.precept.contracts.policy.VersionDiff.Row;
import dev.precept.contracts.policy.VersionDiff.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionDifferTest {

    @Test
    void changedLineShowsItsChangedWordsOnBothSides() {
        assertThat(VersionDiffer.rows("one\nloud music here\nend", "one\nsoft music there\nend"))
                .containsExactly(
                        row(Kind.SAME, line(1, same("one")), line(1, same("one"))),
                        row(
                                Kind.CHANGED,
                                line(2, changed("loud"), same(" music "), changed("here")),
                                line(2, changed("soft"), same(" music "), changed("there"))),
                        row(Kind.SAME, line(3, same("end")), line(3, same("end"))));
    }

    @Test
    void lineOnOneSideOnlyHasNoOtherSide() {
        assertThat(VersionDiffer.rows("a\nb\nc", "a\nc\nd"))
                .containsExactly(
                        row(Kind.SAME, line(1, same("a")), line(1, same("a"))),
                        row(Kind.REMOVED, line(2, changed("b")), null),
                        row(Kind.SAME, line(3, same("c")), line(2, same("c"))),
                        row(Kind.ADDED, null, line(3, changed("d"))));
    }

    @Test
    void bothTextsCanBeReadBackFromTheRows() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var from = text(random);
            var to = text(random);
            var rows = VersionDiffer.rows(from, to);
            assertThat(side(rows, Row::left)).isEqualTo(from.lines().toList());
            assertThat(side(rows, Row::right)).isEqualTo(to.lines().toList());
        }
    }

    @Test
    void largestTextsWithNothingInCommonAreComparedInTime() {
        assertInTime("a\n".repeat(131_072), "b\n".repeat(131_072));
        assertInTime("a ".repeat(131_072), "b\t".repeat(131_072));
        assertInTime(lines("x ", 200), lines("y ", 200));
    }

    private static void assertInTime(String from, String to) {
        var rows =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(30), () -> VersionDiffer.rows(from, to));
        assertThat(side(rows, Row::right)).isEqualTo(to.lines().toList());
    }

    private static String lines(String word, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> word.repeat(500) + number)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Random random) {
        var pieces = List.of("a", "b ", "🙂", "\uE000", "(x) ", "\n", "\n", "ü");
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                .collect(Collectors.joining());
    }

    private static List<String> side(List<Row> rows, Function<Row, @Nullable Line> side) {
        return rows.stream()
                .map(side)
                .filter(Objects::nonNull)
                .map(line ->
                        line.segments().stream().map(Segment::text).collect(Collectors.joining()))
                .toList();
    }

    private static Row row(Kind kind, @Nullable Line left, @Nullable Line right) {
        return new Row(kind, left, right);
    }

    private static Line line(int number, Segment... segments) {
        return new Line(number, List.of(segments));
    }

    private static Segment same(String text) {
        return new Segment(text, false);
    }

    private static Segment changed(String text) {
        return new Segment(text, true);
    }
}
