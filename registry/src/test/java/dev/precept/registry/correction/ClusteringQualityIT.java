package dev.precept.registry.correction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.embedding.BgeSmall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Measures the thresholds of [Clustering] on the golden sets of the starter policies with the real
/// embedding model, and prints what `docs/quality.md` tells.
class ClusteringQualityIT {

    /// As good as the best, given how few the cases are.
    private static final double NEAR = 0.02;

    private static final Map<String, GoldenCorrections> POLICIES = new LinkedHashMap<>();

    private record Thresholds(double alike, double underOneRule) {}

    @BeforeAll
    static void embed() throws Exception {
        try (var embedder = BgeSmall.load()) {
            for (var slug : List.of("spam", "personal-data", "prompt-injection")) {
                POLICIES.put(slug, GoldenCorrections.read(slug, embedder));
            }
        }
    }

    @Test
    void chosenThresholdsAreAboutTheBestOverAllPolicies() {
        var chosen = new Thresholds(Clustering.ALIKE, Clustering.ALIKE_UNDER_ONE_RULE);
        var all = List.copyOf(POLICIES.values());
        for (var each : sweep()) {
            print("", each);
        }
        print("chosen: ", chosen);
        var best = best(all);
        print("best: ", best);
        assertThat(agreement(chosen, all)).isGreaterThan(agreement(best, all) - NEAR);
    }

    @Test
    void thresholdsChosenOnTwoPoliciesTellSomethingOfTheThird() {
        var heldOut = new ArrayList<Double>();
        POLICIES.forEach((slug, policy) -> {
            var others = POLICIES.values().stream().filter(each -> each != policy).toList();
            var best = best(others);
            print("chosen without " + slug + ": ", best);
            heldOut.add(agreement(best, List.of(policy)));
        });
        assertThat(heldOut.stream().mapToDouble(each -> each).average().orElseThrow())
                .isGreaterThan(NEAR);
    }

    @Test
    void noGroupGrowsIntoOneThatIsLikeEverything() {
        POLICIES.forEach((slug, policy) ->
                assertThat(
                                policy.score(Clustering.ALIKE, Clustering.ALIKE_UNDER_ONE_RULE)
                                        .largest())
                        .as(slug)
                        .isBetween(2, policy.vectors().size() / 5));
    }

    private static List<Thresholds> sweep() {
        var sweep = new ArrayList<Thresholds>();
        for (int alike = 50; alike <= 80; alike += 2) {
            for (int less = 0; less <= 12; less += 2) {
                sweep.add(new Thresholds(alike / 100.0, (alike - less) / 100.0));
            }
        }
        return sweep;
    }

    private static Thresholds best(List<GoldenCorrections> policies) {
        return sweep().stream()
                .max(Comparator.comparingDouble(each -> agreement(each, policies)))
                .orElseThrow();
    }

    private static double agreement(Thresholds thresholds, List<GoldenCorrections> policies) {
        return policies.stream()
                .mapToDouble(policy ->
                        policy.score(thresholds.alike(), thresholds.underOneRule()).adjustedRand())
                .average()
                .orElseThrow();
    }

    private static void print(String what, Thresholds thresholds) {
        var line = new StringBuilder(what);
        line.append(
                String.format(
                        Locale.ROOT, "%.2f, %.2f", thresholds.alike(), thresholds.underOneRule()));
        POLICIES.forEach((slug, policy) -> {
            var score = policy.score(thresholds.alike(), thresholds.underOneRule());
            line.append(
                    String.format(
                            Locale.ROOT,
                            " | %s P %.2f R %.2f adjusted Rand %.2f, %d groups, largest %d",
                            slug,
                            score.precision(),
                            score.recall(),
                            score.adjustedRand(),
                            score.groups(),
                            score.largest()));
        });
        System.out.println(line);
    }
}
