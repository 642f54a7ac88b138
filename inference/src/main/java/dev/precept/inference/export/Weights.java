package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A tensor of a checkpoint, in mapped memory, read value by value.
///
/// @param shape outermost dimension first
record Weights(String name, Dtype dtype, List<Long> shape, MemorySegment data) {

    /// The element types of checkpoints.
    enum Dtype {
        BF16(2),
        F16(2),
        F32(4),
        U8(1),
        I32(4),
        I64(8);

        private final int bytes;

        Dtype(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    Weights {
        long expected = dtype.bytes();
        for (long dimension : shape) {
            expected *= dimension;
        }
        if (expected != data.byteSize()) {
            throw new IllegalArgumentException(
                    "tensor %s of shape %s and type %s takes %d bytes, the file has %d"
                            .formatted(name, shape, dtype, expected, data.byteSize()));
        }
    }

    /// @throws IllegalArgumentException if the tensor has another shape; the message names it
    Weights require(long... dimensions) {
        if (!shape.equals(java.util.Arrays.stream(dimensions).boxed().toList())) {
            throw new IllegalArgumentException(
                    "tensor %s has the shape %s, config.json asks for %s"
                            .formatted(name, shape, java.util.Arrays.toString(dimensions)));
        }
        return this;
    }

    long size() {
        return data.byteSize() / dtype.bytes();
    }

    float real(long index) {
        return switch (dtype) {
            case BF16 -> Float.intBitsToFloat(data.get(JAVA_SHORT_UNALIGNED, 2 * index) << 16);
            case F16 -> Float.float16ToFloat(data.get(JAVA_SHORT_UNALIGNED, 2 * index));
            case F32 -> data.get(JAVA_FLOAT_UNALIGNED, 4 * index);
            case U8, I32, I64 -> whole(index);
        };
    }

    long whole(long index) {
        return switch (dtype) {
            case U8 -> data.get(JAVA_BYTE, index) & 0xFF;
            case I32 -> data.get(JAVA_INT_UNALIGNED, 4 * index);
            case I64 -> data.get(JAVA_LONG_UNALIGNED, 8 * index);
            case BF16, F16, F32 ->
                    throw new IllegalArgumentException("tensor " + name + " holds real numbers");
        };
    }
}
