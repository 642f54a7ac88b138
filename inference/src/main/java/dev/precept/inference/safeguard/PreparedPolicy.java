package dev.precept.inference.safeguard;

import dev.precept.inference.Policy;
import dev.precept.inference.engine.PrefixKey;
import dev.precept.inference.guided.Grammar;
import dev.precept.prompt.AnswerContract;

/// A policy in the form that the engine uses, computed once.
///
/// @param prefix token ids of system and developer message
@SuppressWarnings("ArrayRecordComponent")
record PreparedPolicy(
        String digest, int[] prefix, PrefixKey key, AnswerContract contract, Grammar grammar) {

    /// What tells prepared policies apart.
    record Name(String digest, Policy.Effort effort) {}
}
