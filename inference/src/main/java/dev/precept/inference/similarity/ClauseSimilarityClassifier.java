package dev.precept.inference.similarity;

import dev.precept.inference.ClassificationException;
import dev.precept.inference.Classifier;
import dev.precept.inference.Judgement;
import dev.precept.inference.Judgement.ConfidenceSource;
import dev.precept.inference.Judgement.Outcome;
import dev.precept.inference.Model;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.inference.embedding.BgeSmall;
import dev.precept.inference.embedding.TextEmbedder;
import dev.precept.prompt.Passage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Judges by the margin between violating and allowed clauses, in the strongest window.
///
/// The confidence is the logistic of the margin's size; a margin inside [#BAND] is undetermined.
/// Deterministic. An interrupt is honoured between windows.
public final class ClauseSimilarityClassifier implements Classifier {

    private static final double TEMPERATURE = 0.03;
    private static final double BAND = 0.05;
    private static final int POLICIES = 64;

    private final TextEmbedder embedder;
    private final AnchorCache anchors;
    private final int capacity;

    public ClauseSimilarityClassifier(TextEmbedder embedder, int capacity) {
        this.embedder = embedder;
        this.anchors = new AnchorCache(embedder, POLICIES);
        this.capacity = Math.max(1, capacity);
    }

    /// The engine on the embedded model.
    public static ClauseSimilarityClassifier load(int capacity) {
        return new ClauseSimilarityClassifier(BgeSmall.load(), capacity);
    }

    @Override
    public Model model() {
        var settings = new HashMap<>(embedder.model().settings());
        settings.put("temperature", Double.toString(TEMPERATURE));
        settings.put("undeterminedBelow", Double.toString(BAND));
        settings.put("window", Integer.toString(Windows.LENGTH));
        settings.put("overlap", Integer.toString(Windows.OVERLAP));
        settings.put("maxWindows", Integer.toString(Windows.LIMIT));
        Model weights = embedder.model();
        return new Model(
                "clause similarity on " + weights.name(),
                weights.digest(),
                weights.runtime(),
                settings);
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public Judgement classify(Policy policy, Passage passage, Wish wish)
            throws ClassificationException, InterruptedException {
        var readability = Readability.of(passage);
        if (readability.isForeign()) {
            return undetermined(
                    readability.foreignPercent()
                            + " % of the letters are not Latin; the model reads English only");
        }
        var windows = Windows.of(passage, embedder);
        if (windows.list().stream().allMatch(Windows::isEmpty)) {
            return undetermined("the content has no words that the model knows");
        }
        var compiled = anchors.of(policy);
        Comparison strongest = null;
        for (var window : windows.list()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled between windows");
            }
            float[] vector = embedder.embed(window.tokens(), window.from(), window.to());
            var next = Comparison.of(vector, compiled, TEMPERATURE);
            if (strongest == null || next.margin() > strongest.margin()) {
                strongest = next;
            }
        }
        if (strongest == null) {
            return undetermined("the content has no words that the model knows");
        }
        return judge(policy, strongest, windows.truncated());
    }

    private static Judgement judge(Policy policy, Comparison comparison, boolean truncated) {
        double confidence = 1 / (1 + Math.exp(-Math.abs(comparison.margin())));
        Outcome outcome;
        List<Map.Entry<String, Double>> deciding;
        if (Math.abs(comparison.margin()) < BAND) {
            outcome = Outcome.UNDETERMINED;
            deciding = List.of();
        } else if (comparison.margin() > 0) {
            outcome = Outcome.VIOLATES;
            deciding = comparison.violating();
        } else {
            outcome = Outcome.SAFE;
            deciding = comparison.ordinaryIsNearest() ? List.of() : comparison.safe();
        }
        var rules = deciding.stream().limit(1).map(Map.Entry::getKey).toList();
        var labels =
                outcome == Outcome.VIOLATES
                        ? policy.labels().entrySet().stream()
                                .filter(label ->
                                        label.getValue().stream().anyMatch(rules::contains))
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList()
                        : List.<String>of();
        return new Judgement(
                outcome,
                labels,
                rules,
                confidence,
                ConfidenceSource.SIMILARITY_MARGIN,
                rationale(comparison),
                truncated);
    }

    private static String rationale(Comparison comparison) {
        return "closest to "
                + nearest(comparison.violating(), " (violates)")
                + "; closest allowed: "
                + nearest(comparison.safe(), "")
                + (comparison.ordinaryIsNearest()
                        ? String.format(Locale.ROOT, "; ordinary talk: %.2f", comparison.ordinary())
                        : "");
    }

    private static String nearest(List<Map.Entry<String, Double>> rules, String side) {
        return rules.isEmpty()
                ? "no rule"
                : String.format(
                        Locale.ROOT,
                        "%s%s %.2f",
                        rules.getFirst().getKey(),
                        side,
                        rules.getFirst().getValue());
    }

    private static Judgement undetermined(String why) {
        return new Judgement(
                Outcome.UNDETERMINED, List.of(), List.of(), 0, ConfidenceSource.NONE, why, false);
    }

    @Override
    public void close() {
        embedder.close();
    }
}
