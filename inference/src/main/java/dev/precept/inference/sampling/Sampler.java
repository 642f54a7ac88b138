package dev.precept.inference.sampling;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Picks the next token: the most probable at temperature 0, otherwise at random with a seed.
///
/// The same seed and the same logits pick the same tokens. For one row and one thread.
public final class Sampler {

    /// Probabilities below e^-20 of the largest one are never drawn.
    private static final double TAIL = 20;

    private final double temperature;
    private final SplittableRandom random;

    /// @param temperature 0 for greedy, at most 2
    public Sampler(double temperature, long seed) {
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException(
                    "temperature " + temperature + " is outside 0..2; 0 is greedy");
        }
        this.temperature = temperature;
        this.random = new SplittableRandom(seed);
    }

    public static Sampler greedy() {
        return new Sampler(0, 0);
    }

    /// @param allowed null allows everything
    /// @return the token, or -1 if none is allowed or every allowed logit is minus infinity or NaN
    public int pick(Logits logits, @Nullable TokenSet allowed) {
        int best = allowed == null ? logits.best() : logits.best(allowed);
        if (temperature == 0 || best < 0) {
            return best;
        }
        var draw = new Draw(logits.values(), best);
        each(logits, allowed, draw::weigh);
        draw.threshold = random.nextDouble() * draw.total;
        draw.total = 0;
        each(logits, allowed, draw::choose);
        return draw.chosen < 0 ? best : draw.chosen;
    }

    private static void each(
            Logits logits, @Nullable TokenSet allowed, java.util.function.IntConsumer action) {
        if (allowed != null) {
            allowed.forEach(action);
            return;
        }
        for (int id = 0; id < logits.vocabulary(); id++) {
            action.accept(id);
        }
    }

    private static float at(MemorySegment values, long id) {
        return values.get(JAVA_FLOAT_UNALIGNED, id * Float.BYTES);
    }

    /// Two passes over the same tokens: the sum of their weights, then the one at the threshold.
    private final class Draw {

        private final MemorySegment values;
        private final float most;
        private double total;
        private double threshold;
        private int chosen = -1;

        Draw(MemorySegment values, int best) {
            this.values = values;
            this.most = at(values, best);
        }

        void weigh(int id) {
            double exponent = (at(values, id) - most) / temperature;
            if (exponent > -TAIL) {
                total += Math.exp(exponent);
            }
        }

        void choose(int id) {
            if (chosen < 0) {
                weigh(id);
                if (total > threshold) {
                    chosen = id;
                }
            }
        }
    }
}
