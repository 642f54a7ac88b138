package dev.precept.worker.engine;

import dev.precept.inference.Classifier;
import dev.precept.inference.Judgement;
import dev.precept.inference.Judgement.ConfidenceSource;
import dev.precept.inference.Judgement.Outcome;
import dev.precept.inference.Model;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.prompt.Passage;
import java.util.List;
import java.util.Map;

/// Answers SAFE at once and reads nothing: it measures everything but the engine.
final class NullClassifier implements Classifier {

    private static final Judgement SAFE =
            new Judgement(
                    Outcome.SAFE,
                    List.of(),
                    List.of(),
                    0,
                    ConfidenceSource.NONE,
                    "the null engine reads nothing and answers SAFE",
                    false);

    private final int capacity;

    NullClassifier(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public Model model() {
        return new Model("null", "0".repeat(64), "none", Map.of());
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public Judgement classify(Policy policy, Passage passage, Wish wish) {
        return SAFE;
    }

    @Override
    public void close() {}
}
