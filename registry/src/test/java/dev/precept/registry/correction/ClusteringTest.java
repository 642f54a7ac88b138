package dev.precept.registry.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.precept.contracts.correction.CorrectionClusters.Finding;
import dev.precept.contracts.correction.CorrectionClusters.NearRule;
import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.Example;
import dev.precept.contracts.policy.OutputContract;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.ReviewThresholds;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteringTest {

    private static final float[] EAST = at(0);
    private static final float[] NORTH = at(90);

    @Test
    void likeVectorsJoinAndTheLargestGroupComesFirst() {
        var groups =
                Clustering.of(List.of(NORTH, EAST, at(10), at(15), at(95)), (one, other) -> false);
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst()).containsExactly(2, 3, 1);
        assertThat(groups.getLast()).containsExactlyInAnyOrder(0, 4);
    }

    @Test
    void caseCitedUnderTheSameRuleNeedsLessLikeness() {
        // cos 55° is 0.574, between the two thresholds
        assertThat(Clustering.of(List.of(EAST, at(55)), (one, other) -> false)).hasSize(2);
        assertThat(Clustering.of(List.of(EAST, at(55)), (one, other) -> true)).hasSize(1);
    }

    @Test
    void everyTwoOfAGroupAreAlikeHoweverManyStandBetweenThem() {
        var chain = IntStream.rangeClosed(0, 12).mapToObj(step -> at(10 * step)).toList();
        var groups = Clustering.of(chain, (one, other) -> false);
        assertThat(groups.stream().flatMap(List::stream)).hasSize(13).doesNotHaveDuplicates();
        assertThat(groups)
                .hasSizeGreaterThan(1)
                .allSatisfy(group ->
                        assertThat(group)
                                .allSatisfy(one ->
                                        assertThat(group)
                                                .allMatch(other ->
                                                        Clustering.cosine(
                                                                        chain.get(one),
                                                                        chain.get(other))
                                                                >= Clustering.ALIKE)));
    }

    @Test
    void nothingHasNoGroupsAndOneIsItsOwn() {
        assertThat(Clustering.of(List.of(), (one, other) -> true)).isEmpty();
        assertThat(Clustering.of(List.of(EAST), (one, other) -> true)).containsExactly(List.of(0));
    }

    @Test
    void meanHasLengthOneAndLiesBetween() {
        var mean = Clustering.mean(List.of(EAST, NORTH));
        assertThat(Clustering.cosine(mean, mean)).isCloseTo(1, within(1e-6));
        assertThat(Clustering.cosine(mean, EAST)).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void policyIsSilentBeyondItsOwnExamples() {
        // the rule is at 0°, its example at 30°
        var standard = standard(30);
        assertThat(finding(standard, at(25))).isEqualTo(Finding.MISREAD);
        assertThat(finding(standard, at(35))).isEqualTo(Finding.SILENT);
    }

    @Test
    void likeContentsOverturnedBothWaysContradict() {
        var standard = standard(30);
        assertThat(
                        standard.of(
                                        standard.near(EAST),
                                        Map.of(Outcome.SAFE, 2, Outcome.VIOLATES, 1))
                                .finding())
                .isEqualTo(Finding.CONTRADICTORY);
    }

    @Test
    void rulesOfBothSidesAsNearContradict() {
        var near =
                List.of(
                        new NearRule("NO1", Rule.Side.VIOLATES, 0.81),
                        new NearRule("NO-A1", Rule.Side.SAFE, 0.8));
        assertThat(standard(80).of(near, Map.of(Outcome.SAFE, 1)).finding())
                .isEqualTo(Finding.CONTRADICTORY);
    }

    private static Finding finding(Standard standard, float[] mean) {
        return standard.of(standard.near(mean), Map.of(Outcome.SAFE, 1)).finding();
    }

    private static Standard standard(int exampleAt) {
        var bundle =
                new PolicyBundle(
                        "quiet",
                        1,
                        "ab".repeat(32),
                        "Quiet",
                        "text",
                        new OutputContract("json", List.of(), Map.of()),
                        Effort.LOW,
                        new ReviewThresholds(0.5, 0),
                        List.of(new Rule("NO1", Rule.Side.VIOLATES, "rule", 1)),
                        List.of(new Example(Rule.Side.VIOLATES, "NO1", "example", 2)),
                        List.of());
        return new Standard(
                bundle,
                Map.of(LiveTexts.key("rule"), EAST, LiveTexts.key("example"), at(exampleAt)));
    }

    private static float[] at(int degrees) {
        double angle = Math.toRadians(degrees);
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
}
