package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.precept.contracts.evaluation.EvaluationReport.Cell;
import dev.precept.contracts.evaluation.EvaluationReport.Lengths;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void wilsonIntervalOfEightInTenIsTheTextbooks() {
        var share = Statistics.share(8, 10);
        assertThat(share.value()).isEqualTo(0.8);
        assertThat(share.low()).isCloseTo(0.490162, within(1e-5));
        assertThat(share.high()).isCloseTo(0.943318, within(1e-5));
    }

    @Test
    void nothingMeasuredLeavesEverythingPossible() {
        var share = Statistics.share(0, 0);
        assertThat(share.of()).isZero();
        assertThat(share.low()).isZero();
        assertThat(share.high()).isEqualTo(1);
    }

    @Test
    void f1OfSixHitsTwoFalseOneMissedIsFourFifths() {
        var f1 = Statistics.f1(6, 2, 1);
        assertThat(f1.value()).isCloseTo(0.8, within(1e-12));
        assertThat(f1.low()).isLessThan(0.8);
        assertThat(f1.high()).isGreaterThan(0.8).isLessThan(1);
    }

    @Test
    void exactMcNemarCountsTheTailsOfTheCoin() {
        assertThat(Statistics.mcNemar(1, 5)).isCloseTo(14 / 64.0, within(1e-12));
        assertThat(Statistics.mcNemar(0, 8)).isCloseTo(2 / 256.0, within(1e-12));
        assertThat(Statistics.mcNemar(3, 3)).isCloseTo(1, within(1e-12));
        assertThat(Statistics.mcNemar(0, 0)).isEqualTo(1);
    }

    @Test
    void figuresAgreeWithThoseCountedByHand() {
        var figures =
                new Figures(
                        List.of(
                                judged(Outcome.VIOLATES, Outcome.VIOLATES, "de", true),
                                judged(Outcome.VIOLATES, Outcome.SAFE, "de", true),
                                judged(Outcome.VIOLATES, Outcome.UNDETERMINED, null, false),
                                judged(Outcome.SAFE, Outcome.VIOLATES, "en", false),
                                judged(Outcome.SAFE, Outcome.SAFE, "en", false)));
        assertThat(figures.matrix())
                .containsExactlyInAnyOrder(
                        new Cell(Outcome.VIOLATES, Outcome.VIOLATES, 1),
                        new Cell(Outcome.VIOLATES, Outcome.SAFE, 1),
                        new Cell(Outcome.VIOLATES, Outcome.UNDETERMINED, 1),
                        new Cell(Outcome.SAFE, Outcome.VIOLATES, 1),
                        new Cell(Outcome.SAFE, Outcome.SAFE, 1));
        assertThat(figures.accuracy().value()).isEqualTo(0.4);
        assertThat(figures.overall().precision().value()).isEqualTo(0.5);
        assertThat(figures.overall().recall().value()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(figures.overall().f1().value()).isCloseTo(0.4, within(1e-12));
        assertThat(figures.languages()).containsOnlyKeys("de", "en", "und");
        assertThat(figures.languages().get("de")).isEqualTo(Statistics.scores(1, 0, 1, 0));
        assertThat(figures.labels().get("noise")).isEqualTo(Statistics.scores(1, 1, 2, 1));
        assertThat(figures.rules().get("NO1")).isEqualTo(Statistics.scores(1, 1, 2, 1));
        assertThat(figures.protection().cases()).isEqualTo(2);
        assertThat(figures.protection().wrong()).isEqualTo(1);
        assertThat(figures.reasoning().right())
                .isEqualTo(new Lengths(2, 90, 90, 90, 90, List.of(2, 0, 0, 0, 0, 0, 0)));
        assertThat(figures.reasoning().wrong().bars()).containsExactly(0, 0, 0, 0, 0, 3, 0);
    }

    @Test
    void lengthsAreSpreadByNearestRank() {
        assertThat(Spread.of(IntStream.of(9_000, 100, 101, 250, 5_001, 40, 600, 700, 800, 1_000)))
                .isEqualTo(
                        new Lengths(10, 1_759.2, 600, 5_001, 9_000, List.of(2, 2, 0, 4, 0, 0, 2)));
        assertThat(Spread.of(IntStream.empty())).isEqualTo(Lengths.NONE);
    }

    private static Judged judged(
            Outcome expected, Outcome said, @Nullable String language, boolean guarded) {
        return new Judged(
                expected == Outcome.VIOLATES
                        ? new GoldenExpectation(expected, "noise", "NO1")
                        : new GoldenExpectation(expected, null, null),
                guarded,
                language,
                said,
                said == Outcome.VIOLATES ? List.of("noise") : List.of(),
                said == Outcome.VIOLATES ? List.of("NO1") : List.of(),
                expected == said ? 90 : 4_000);
    }
}
