package dev.precept.inference.embedding;

import dev.precept.inference.ClassificationException;

/// One vector for a text of any length: the mean over its windows, scaled to length 1. Of a text
/// beyond [#LIMIT] windows the rest is left out.
public final class WholeText {

    static final int LIMIT = 8;

    private WholeText() {}

    /// @throws ClassificationException if the runtime fails, or what it gives has no direction
    public static float[] embed(TextEmbedder embedder, String text) throws ClassificationException {
        var tokens = embedder.tokenize(text);
        var mean = embedder.embed(tokens, 0, Math.min(tokens.count(), embedder.window()));
        for (int window = 1;
                window < LIMIT && window * embedder.window() < tokens.count();
                window++) {
            int from = window * embedder.window();
            var next =
                    embedder.embed(
                            tokens, from, Math.min(tokens.count(), from + embedder.window()));
            for (int index = 0; index < mean.length; index++) {
                mean[index] += next[index];
            }
        }
        return unit(mean);
    }

    private static float[] unit(float[] vector) throws ClassificationException {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!(squares > 0 && squares < Double.POSITIVE_INFINITY)) {
            throw new ClassificationException(
                    "no-direction", "the vector of the text has the length " + squares, false);
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int index = 0; index < vector.length; index++) {
            vector[index] *= scale;
        }
        return vector;
    }
}
