package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.precept.inference.onnx.ElementType;
import java.lang.foreign.MemorySegment;

/// Writes real numbers as 32 or 16 bits.
final class Reals {

    private final MemorySegment target;
    private final boolean half;

    Reals(MemorySegment target, ElementType type) {
        this.target = target;
        this.half = type == ElementType.FLOAT16;
    }

    void set(long index, float value) {
        if (half) {
            target.set(JAVA_SHORT_UNALIGNED, 2 * index, Float.floatToFloat16(value));
        } else {
            target.set(JAVA_FLOAT_UNALIGNED, 4 * index, value);
        }
    }

    /// The values as they are.
    static Initializer.Fill copy(Weights weights, ElementType type) {
        return target -> {
            var reals = new Reals(target, type);
            long size = weights.size();
            for (long i = 0; i < size; i++) {
                reals.set(i, weights.real(i));
            }
        };
    }

    static Initializer.Fill of(float[] values, ElementType type) {
        return target -> {
            var reals = new Reals(target, type);
            for (int i = 0; i < values.length; i++) {
                reals.set(i, values[i]);
            }
        };
    }
}
