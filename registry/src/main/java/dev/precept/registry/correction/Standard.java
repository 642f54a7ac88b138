package dev.precept.registry.correction;

import dev.precept.contracts.correction.CorrectionClusters.Finding;
import dev.precept.contracts.correction.CorrectionClusters.NearRule;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a policy's text says of contents, by likeness alone. The policy's own examples are the
/// measure: what is farther from every rule than each example is from its rule is not spoken of.
final class Standard {

    /// Rules of both sides as near as this to each other pull both ways.
    static final double AS_NEAR = 0.02;

    private static final int SHOWN = 3;

    private final PolicyBundle bundle;
    private final Map<String, float[]> vectors;
    private final OptionalDouble farthestExample;

    /// @param vectors of rules and examples, by [LiveTexts#key]
    Standard(PolicyBundle bundle, Map<String, float[]> vectors) {
        this.bundle = bundle;
        this.vectors = vectors;
        this.farthestExample =
                bundle.examples().stream()
                        .map(example ->
                                likeness(
                                        vector(example.text()),
                                        bundle.rules().stream()
                                                .filter(rule -> rule.id().equals(example.ruleId()))
                                                .map(rule -> vector(rule.text()))
                                                .findFirst()
                                                .orElse(null)))
                        .flatMap(Optional::stream)
                        .mapToDouble(Double::doubleValue)
                        .min();
    }

    private float @Nullable [] vector(String text) {
        return vectors.get(LiveTexts.key(text));
    }

    private static Optional<Double> likeness(float @Nullable [] left, float @Nullable [] right) {
        return left == null || right == null
                ? Optional.empty()
                : Optional.of(Clustering.cosine(left, right));
    }

    List<NearRule> near(float[] mean) {
        return bundle.rules().stream()
                .filter(rule -> vector(rule.text()) != null)
                .map(rule ->
                        new NearRule(
                                rule.id(),
                                rule.side(),
                                Clustering.cosine(
                                        mean, Objects.requireNonNull(vector(rule.text())))))
                .sorted(Comparator.comparingDouble((NearRule rule) -> -rule.similarity()))
                .limit(SHOWN)
                .toList();
    }

    /// A finding and why.
    record Verdict(Finding finding, String because) {}

    Verdict of(List<NearRule> near, Map<Outcome, Integer> right) {
        int violates = right.getOrDefault(Outcome.VIOLATES, 0);
        int safe = right.getOrDefault(Outcome.SAFE, 0);
        if (violates > 0 && safe > 0) {
            return new Verdict(
                    Finding.CONTRADICTORY,
                    "Of like contents, people said VIOLATES %d times and SAFE %d times."
                            .formatted(violates, safe));
        }
        if (near.isEmpty()) {
            return new Verdict(
                    Finding.MISREAD, "No rule is embedded yet to hold the cases against.");
        }
        var best = near.getFirst();
        if (farthestExample.isPresent() && best.similarity() < farthestExample.getAsDouble()) {
            return new Verdict(
                    Finding.SILENT,
                    String.format(
                            Locale.ROOT,
                            "The nearest rule, %s, is at %.2f; the policy's own examples are at %.2f and more from theirs.",
                            best.ruleId(),
                            best.similarity(),
                            farthestExample.getAsDouble()));
        }
        return near.stream()
                .filter(rule -> rule.side() != best.side())
                .filter(rule -> best.similarity() - rule.similarity() <= AS_NEAR)
                .findFirst()
                .map(rule -> new Verdict(Finding.CONTRADICTORY, both(best, rule)))
                .orElseGet(() ->
                        new Verdict(
                                Finding.MISREAD,
                                String.format(
                                        Locale.ROOT,
                                        "%s is near (%.2f), and the model judged otherwise.",
                                        best.ruleId(),
                                        best.similarity())));
    }

    private static String both(NearRule best, NearRule other) {
        return String.format(
                Locale.ROOT,
                "%s (%s, %.2f) and %s (%s, %.2f) are as near.",
                best.ruleId(),
                side(best),
                best.similarity(),
                other.ruleId(),
                side(other),
                other.similarity());
    }

    private static String side(NearRule rule) {
        return rule.side() == Rule.Side.VIOLATES ? "violates" : "safe";
    }
}
