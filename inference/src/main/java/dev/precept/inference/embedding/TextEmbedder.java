package dev.precept.inference.embedding;

import dev.precept.inference.ClassificationException;
import dev.precept.inference.Model;

/// Maps texts to vectors of length 1, near each other where the texts mean the like. The same
/// tokens always give the same vector.
public interface TextEmbedder extends AutoCloseable {

    /// The weights and what runs them.
    Model model();

    Tokens tokenize(String text);

    /// Embeds the tokens `from` (inclusive) to `to` (exclusive), at most [#window] of them.
    ///
    /// @throws ClassificationException if the runtime fails
    float[] embed(Tokens tokens, int from, int to) throws ClassificationException;

    /// The most tokens of one call.
    int window();

    @Override
    void close();
}
