package dev.precept.inference.export;

import dev.precept.inference.onnx.ElementType;
import java.util.List;

/// Graphs of one node.
public final class SmallGraphs {

    private SmallGraphs() {}

    /// `y = x`, floats of any number.
    public static byte[] identity() {
        var graph = new Graph();
        graph.input("x", ElementType.FLOAT, "n");
        graph.output("y", ElementType.FLOAT, "n");
        graph.node("Identity", List.of("x"), List.of("y"));
        return graph.encoded("identity", "none", _ -> 0);
    }
}
