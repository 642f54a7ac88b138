package dev.precept.inference.sampling;

import java.lang.foreign.MemorySegment;

/// What a model says of the next token of one row. Valid until the next step of the model.
public interface Logits {

    /// How many ids there are.
    int vocabulary();

    /// The id with the largest logit; of several, the smallest.
    int best();

    /// The id with the largest logit among some; -1 if there is none above minus infinity.
    default int best(TokenSet allowed) {
        int best = best();
        return allowed.contains(best) ? best : allowed.best(values());
    }

    /// log Σ exp(logit) over the whole vocabulary: the logarithm of a token's probability is its
    /// logit minus this.
    double logSumExp();

    /// All logits as 32-bit floats in native byte order, in host memory. A model on a device copies
    /// them at the first call after a step, so that whoever needs [#best] only pays for nothing.
    MemorySegment values();
}
