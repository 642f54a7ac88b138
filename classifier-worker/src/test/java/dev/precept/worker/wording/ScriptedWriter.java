package dev.precept.worker.wording;

import dev.precept.inference.ClassificationException;
import dev.precept.inference.Classifier;
import dev.precept.inference.Judgement;
import dev.precept.inference.Model;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.inference.WordingWriter;
import dev.precept.prompt.Passage;
import java.util.Map;
import java.util.Optional;

/// An engine that writes what a test says.
record ScriptedWriter(Optional<WordingWriter> writer) implements Classifier {

    static final Model MODEL = new Model("writer", "ef".repeat(32), "test", Map.of());

    @Override
    public Model model() {
        return MODEL;
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public Judgement classify(Policy policy, Passage passage, Wish wish)
            throws ClassificationException {
        throw new ClassificationException("writes-only", "this engine judges nothing", false);
    }

    @Override
    public void close() {}
}
