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

    /// `to = from`, bytes of any number.
    public static byte[] copy() {
        var graph = new Graph();
        graph.input("from", ElementType.UINT8, "n");
        graph.output("to", ElementType.UINT8, "n");
        graph.node("Identity", List.of("from"), List.of("to"));
        return graph.encoded("copy", "none", _ -> 0);
    }
}
