package dev.precept.registry.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.request.Merge.Chunk;
import dev.precept.contracts.request.Merge.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {

    private static final String BASE = "one\ntwo\nthree\nfour\nfive\n";

    @Test
    void changesInDifferentPlacesAreBothTaken() {
        var chunks =
                ThreeWayMerge.of(
                        BASE,
                        BASE.replace("one", "ONE"),
                        BASE.replace("five", "FIVE").replace("\n", "\r\n"));
        assertThat(chunks)
                .extracting(Chunk::kind)
                .containsExactly(Kind.MINE, Kind.SAME, Kind.THEIRS);
        assertThat(taken(chunks)).isEqualTo("ONE\ntwo\nthree\nfour\nFIVE");
    }

    @Test
    void aPlaceThatBothChangedIsAConflictWithAllThreeTexts() {
        var chunks =
                ThreeWayMerge.of(
                        BASE, BASE.replace("three", "mine"), BASE.replace("three", "theirs"));
        assertThat(chunks)
                .contains(
                        new Chunk(
                                Kind.CONFLICT,
                                List.of("three"),
                                List.of("mine"),
                                List.of("theirs")));
        assertThat(chunks).extracting(Chunk::kind).filteredOn(Kind.CONFLICT::equals).hasSize(1);
    }

    @Test
    void aLineThatOneRemovedAndTheOtherChangedIsAConflict() {
        assertThat(ThreeWayMerge.of(BASE, BASE.replace("three\n", ""), BASE.replace("three", "x")))
                .contains(new Chunk(Kind.CONFLICT, List.of("three"), List.of(), List.of("x")));
    }

    @Test
    void theSameChangeOnBothSidesIsNone() {
        var both = BASE.replace("three", "3");
        assertThat(ThreeWayMerge.of(BASE, both, both))
                .extracting(Chunk::kind)
                .doesNotContain(Kind.CONFLICT);
        assertThat(taken(ThreeWayMerge.of("", "a\nb", "a\nb"))).isEqualTo("a\nb");
    }

    @Test
    void withOnlyOneSideChangedTheMergeIsThatSide() {
        var random = new Random(4);
        for (int round = 0; round < 200; round++) {
            var base = lines(random);
            var changed = lines(random);
            assertThat(taken(ThreeWayMerge.of(base, changed, base))).isEqualTo(changed);
            assertThat(taken(ThreeWayMerge.of(base, base, changed))).isEqualTo(changed);
        }
    }

    @Test
    void theLongestTextsWithoutACommonLineMergeInTime() {
        var mine = IntStream.range(0, 60_000).mapToObj(n -> "m" + n % 7).toList();
        var theirs = IntStream.range(0, 60_000).mapToObj(n -> "t" + n % 5).toList();
        var base = IntStream.range(0, 60_000).mapToObj(n -> "b" + n % 3).toList();
        assertThat(
                        ThreeWayMerge.of(
                                String.join("\n", base),
                                String.join("\n", mine),
                                String.join("\n", theirs)))
                .isNotEmpty();
    }

    private static String lines(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(n -> "line " + random.nextInt(5))
                .collect(Collectors.joining("\n"));
    }

    private static String taken(List<Chunk> chunks) {
        return chunks.stream()
                .flatMap(chunk ->
                        chunk.kind() == Kind.THEIRS
                                ? chunk.theirs().stream()
                                : chunk.mine().stream())
                .collect(Collectors.joining("\n"));
    }
}
