package dev.precept.inference.onnx;

import java.util.List;

/// An input or output of a session.
///
/// @param shape -1 where a dimension is not known before the run
public record Port(String name, ElementType type, List<Long> shape) {

    public Port {
        shape = List.copyOf(shape);
    }
}
