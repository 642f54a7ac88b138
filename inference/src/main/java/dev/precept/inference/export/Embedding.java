package dev.precept.inference.export;

import static dev.precept.inference.onnx.ElementType.INT64;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.precept.inference.export.Graph.Attribute.Int;
import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.onnx.ElementType;
import java.util.List;

/// Ids to vectors, and vectors to logits.
///
/// Small test models share vectors between ids: with a tensor `…buckets` of shape `[vocabulary, k]`
/// an id's vector, or logit, is the sum over its `k` buckets. From outside the vocabulary is whole.
final class Embedding {

    private static final String IN = "model.embed_tokens";
    private static final String OUT = "lm_head";

    private final Graph graph;
    private final GptOssConfig config;
    private final Checkpoint checkpoint;
    private final ElementType real;

    Embedding(Graph graph, GptOssConfig config, Checkpoint checkpoint, ElementType real) {
        this.graph = graph;
        this.config = config;
        this.checkpoint = checkpoint;
        this.real = real;
    }

    String lookUp(String ids) {
        var table = checkpoint.get(IN + ".weight");
        String weight = IN + ".weight";
        graph.constant(weight, real, Reals.copy(table, real), rows(table), config.hidden());
        if (!checkpoint.has(IN + ".buckets")) {
            return graph.node(
                    "Gather", List.of(weight, ids), List.of("embedded"), new Int("axis", 0));
        }
        buckets();
        graph.constant(IN + ".axis", INT64, GptOssGraph.longs(2), 1);
        graph.node(
                "Gather", List.of(IN + ".buckets", ids), List.of("in_buckets"), new Int("axis", 0));
        graph.node(
                "Gather", List.of(weight, "in_buckets"), List.of("in_vectors"), new Int("axis", 0));
        return graph.node(
                "ReduceSum",
                List.of("in_vectors", IN + ".axis"),
                List.of("embedded"),
                new Int("keepdims", 0));
    }

    /// Whether logits are sums over buckets.
    boolean hasBucketsBehind() {
        return checkpoint.has(OUT + ".buckets");
    }

    /// @param in `[batch, hidden]`
    /// @return logits `[batch, vocabulary]`
    String project(String in, GptOssGraph.Linear linear) {
        var table = checkpoint.get(OUT + ".weight");
        rows(table);
        String scores =
                linear.add(in, OUT + ".weight", Rows.of(config.hidden(), table), "head_scores");
        if (!checkpoint.has(OUT + ".buckets")) {
            return scores;
        }
        return spread(scores);
    }

    /// From scores of buckets to logits of ids. Ids lie along the outer dimension while they are
    /// gathered: moving whole batches is several times quicker than moving single numbers.
    private String spread(String scores) {
        var buckets = checkpoint.get(OUT + ".buckets");
        int k = Math.toIntExact(buckets.size() / config.vocabulary());
        buckets.require(config.vocabulary(), k);
        graph.node("Transpose", List.of(scores), List.of("head_columns"));
        String sum = "";
        for (int part = 0; part < k; part++) {
            String column = OUT + ".buckets." + part;
            graph.constant(column, INT64, column(buckets, part, k), config.vocabulary());
            String picked = "head_part_" + part;
            graph.node(
                    "Gather", List.of("head_columns", column), List.of(picked), new Int("axis", 0));
            sum =
                    sum.isEmpty()
                            ? picked
                            : graph.node("Add", List.of(sum, picked), List.of("head_sum_" + part));
        }
        return graph.node("Transpose", List.of(sum), List.of("head_logits"));
    }

    private static Initializer.Fill column(Weights buckets, int part, int k) {
        return target -> {
            for (long id = 0; id < buckets.size() / k; id++) {
                target.set(JAVA_LONG_UNALIGNED, 8 * id, buckets.whole(id * k + part));
            }
        };
    }

    private long rows(Weights table) {
        long rows = table.shape().getFirst();
        table.require(rows, config.hidden());
        String buckets = table.name().replace(".weight", ".buckets");
        if (rows < config.vocabulary() && !checkpoint.has(buckets)) {
            throw new IllegalArgumentException(
                    "tensor %s has %d rows, the vocabulary %d ids"
                            .formatted(table.name(), rows, config.vocabulary()));
        }
        return rows;
    }

    private void buckets() {
        var buckets = checkpoint.get(IN + ".buckets");
        long k = buckets.size() / config.vocabulary();
        buckets.require(config.vocabulary(), k);
        graph.constant(
                IN + ".buckets",
                INT64,
                target -> {
                    for (long i = 0; i < buckets.size(); i++) {
                        target.set(JAVA_LONG_UNALIGNED, 8 * i, buckets.whole(i));
                    }
                },
                config.vocabulary(),
                k);
    }
}
