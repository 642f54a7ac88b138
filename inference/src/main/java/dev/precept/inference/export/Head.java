package dev.precept.inference.export;

import static dev.precept.inference.onnx.ElementType.INT64;

import dev.precept.inference.export.Graph.Attribute.Int;
import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.onnx.ElementType;
import java.util.List;

/// From the normalised residual stream `[batch, sequence, hidden]` to logits.
record Head(
        Graph graph,
        GptOssConfig config,
        Embedding embedding,
        GptOssGraph.Linear linear,
        ElementType real) {

    /// How many of the largest logits are given.
    private static final int TOP = 16;

    /// Logits of the last position of each row, and the largest of them.
    void lastPosition(String stream) {
        graph.constant("last", INT64, GptOssGraph.longs(-1));
        graph.node("Gather", List.of(stream, "last"), List.of("final_last"), new Int("axis", 1));
        String logits = embedding.project("final_last", linear);
        graph.node(
                "Cast",
                List.of(logits),
                List.of("logits"),
                new Int("to", ElementType.FLOAT.code()));
        int top = Math.min(TOP, config.vocabulary());
        graph.constant("top", INT64, GptOssGraph.longs(top), 1);
        graph.node(
                "TopK",
                List.of("logits", "top"),
                List.of("top_logits", "top_ids"),
                new Int("axis", -1));
        graph.output("logits", ElementType.FLOAT, "batch_size", config.vocabulary());
        graph.output("top_logits", ElementType.FLOAT, "batch_size", top);
        graph.output("top_ids", INT64, "batch_size", top);
        if (real == ElementType.FLOAT16) {
            logSumExp();
        }
    }

    /// For devices, where copying all logits to the host costs more than this. A processor sums
    /// only when somebody asks.
    private void logSumExp() {
        graph.constant("last_axis", INT64, GptOssGraph.longs(-1), 1);
        graph.node(
                "ReduceLogSumExp",
                List.of("logits", "last_axis"),
                List.of("log_sum_exp"),
                new Int("keepdims", 0));
        graph.output("log_sum_exp", ElementType.FLOAT, "batch_size");
    }

    /// Logits of every position, as onnxruntime-genai's builder writes them.
    void everyPosition(String stream) {
        if (embedding.hasBucketsBehind()) {
            throw new IllegalArgumentException(
                    "a head with lm_head.buckets has logits of the last position only");
        }
        String all = embedding.project(stream, linear);
        graph.node("Identity", List.of(all), List.of("logits"));
        graph.output("logits", real, "batch_size", "sequence_length", config.vocabulary());
    }
}
