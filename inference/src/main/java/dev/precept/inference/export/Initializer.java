package dev.precept.inference.export;

import dev.precept.inference.onnx.ElementType;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// A constant tensor of a graph: where its values come from is known, they are written later.
///
/// @param fill writes all values, in native byte order, into memory of exactly the tensor's size
record Initializer(String name, ElementType type, List<Long> shape, Fill fill) {

    @FunctionalInterface
    interface Fill {

        void into(MemorySegment target);
    }

    long bytes() {
        return shape.stream().reduce((long) type.bytes(), Math::multiplyExact);
    }
}
