package dev.precept.inference.engine;

import dev.precept.inference.sampling.Logits;

/// Says how one sequence goes on. Called on the engine's thread only, so it has to be quick.
///
/// What it throws fails its own request and no other.
public interface Continuation {

    /// Adds the next token; several if they are forced; none if the sequence is complete.
    ///
    /// @param logits of what may follow all tokens until now; valid during this call
    void next(Logits logits, Tokens tokens);
}
