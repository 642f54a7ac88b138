package dev.precept.inference.sampling;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/// Logits that lie in host memory.
public final class HostLogits implements Logits {

    /// Terms below this share of the largest one do not change a double's sum by more than
    /// rounding.
    private static final float NEGLIGIBLE = 36f;

    private final MemorySegment values;
    private final int vocabulary;

    /// @param values 32-bit floats, one for each id
    public HostLogits(MemorySegment values) {
        this.values = values;
        this.vocabulary = Math.toIntExact(values.byteSize() / Float.BYTES);
    }

    public static HostLogits of(float... values) {
        return new HostLogits(MemorySegment.ofArray(values));
    }

    @Override
    public int vocabulary() {
        return vocabulary;
    }

    @Override
    public int best() {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int id = 0; id < vocabulary; id++) {
            float value = at(id);
            if (value > most) {
                most = value;
                best = id;
            }
        }
        return best;
    }

    @Override
    public double logSumExp() {
        float most = at(best());
        double sum = 0;
        for (int id = 0; id < vocabulary; id++) {
            float below = at(id) - most;
            if (below > -NEGLIGIBLE) {
                sum += Math.exp(below);
            }
        }
        return most + Math.log(sum);
    }

    @Override
    public MemorySegment values() {
        return values;
    }

    private float at(long id) {
        return values.get(JAVA_FLOAT_UNALIGNED, id * JAVA_FLOAT.byteSize());
    }
}
