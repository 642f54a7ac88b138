package dev.precept.inference.embedding;

import dev.precept.inference.Model;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Embedders without a model.
public final class Fakes {

    private Fakes() {}

    /// One token a word, and the same vector for everything.
    public static Words words() {
        return new Words(1);
    }

    /// Likewise, with this vector.
    static Words words(float... vector) {
        return new Words(vector);
    }

    /// Counts its calls.
    public static final class Words implements TextEmbedder {
        private final AtomicInteger calls = new AtomicInteger();
        private final float[] vector;

        private Words(float... vector) {
            this.vector = vector;
        }

        public int calls() {
            return calls.get();
        }

        @Override
        public Model model() {
            return new Model("fake", "0", "java", Map.of());
        }

        @Override
        public Tokens tokenize(String text) {
            return new Tokens(
                    new int[text.isBlank() ? 0 : text.trim().split("\\s+", -1).length], 0);
        }

        @Override
        public float[] embed(Tokens tokens, int from, int to) {
            calls.incrementAndGet();
            return vector.clone();
        }

        @Override
        public int window() {
            return 510;
        }

        @Override
        public void close() {}
    }
}
