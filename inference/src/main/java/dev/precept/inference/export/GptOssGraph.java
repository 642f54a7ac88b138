package dev.precept.inference.export;

import static dev.precept.inference.onnx.ElementType.INT32;
import static dev.precept.inference.onnx.ElementType.INT64;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.precept.inference.export.Graph.Attribute;
import dev.precept.inference.export.Graph.Attribute.Int;
import dev.precept.inference.export.Graph.Attribute.Real;
import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.onnx.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The forward pass of gpt-oss as a graph of ONNX Runtime's own operators, named as
/// onnxruntime-genai names them, with a head that looks at the last position only.
final class GptOssGraph {

    private final GptOssConfig config;
    private final Checkpoint checkpoint;
    private final Precision precision;
    private final ElementType real;
    private final Exporter.Logits logits;
    private final boolean keepsWindows;
    private final Graph graph = new Graph();
    private final Embedding embedding;

    GptOssGraph(GptOssConfig config, Checkpoint checkpoint, Exporter.Order order) {
        this.config = config;
        this.checkpoint = checkpoint;
        this.precision = order.precision();
        this.logits = order.logits();
        this.keepsWindows = order.localKeys() == Exporter.LocalKeys.WINDOW;
        this.real = precision.real();
        this.embedding = new Embedding(graph, config, checkpoint, real);
    }

    Graph build() {
        return build(IntStream.range(0, config.layers()).boxed().toList());
    }

    /// Embedding, some of the layers, head. Keys and values are named by the place of a layer among
    /// them.
    Graph build(List<Integer> layers) {
        graph.input("input_ids", INT64, "batch_size", "sequence_length");
        graph.input("attention_mask", INT64, "batch_size", "total_sequence_length");
        lengths();
        var rope = new RopeTables(config, config.maxPositions());
        int half = config.heads().size() / 2;
        graph.constant("cos_cache", real, rope.cosines(real), config.maxPositions(), half);
        graph.constant("sin_cache", real, rope.sines(real), config.maxPositions(), half);
        String residual = embedding.lookUp("input_ids");
        String update = "";
        for (int place = 0; place < layers.size(); place++) {
            var made = new Layer(layers.get(place), place).add(residual, update);
            residual = made.residual();
            update = made.update();
        }
        head(residual, update);
        return graph;
    }

    /// Lengths of rows from the mask: `seqlens_k` is a row's length less one.
    private void lengths() {
        graph.constant("one", INT64, longs(1), 1);
        graph.constant("first", INT64, longs(1));
        graph.node(
                "ReduceSum",
                List.of("attention_mask", "one"),
                List.of("row_lengths"),
                new Int("keepdims", 0));
        graph.node("Sub", List.of("row_lengths", "one"), List.of("row_last"));
        graph.node("Cast", List.of("row_last"), List.of("seqlens_k"), new Int("to", INT32.code()));
        graph.node("Shape", List.of("attention_mask"), List.of("mask_shape"));
        graph.node(
                "Gather",
                List.of("mask_shape", "first"),
                List.of("mask_width"),
                new Int("axis", 0));
        graph.node(
                "Cast", List.of("mask_width"), List.of("total_len"), new Int("to", INT32.code()));
    }

    private void head(String residual, String update) {
        norm("model.norm.weight", List.of(residual, update), "final", "final_residual");
        var head = new Head(graph, config, embedding, this::linear, real);
        switch (logits) {
            case LAST_POSITION -> head.lastPosition("final");
            case EVERY_POSITION -> head.everyPosition("final");
        }
    }

    private String norm(String weight, List<String> inputs, String out, String residualOut) {
        graph.constant(
                weight, real, Reals.copy(get(weight, config.hidden()), real), config.hidden());
        return graph.contrib(
                "SkipSimplifiedLayerNormalization",
                List.of(inputs.get(0), inputs.get(1), weight),
                List.of(out, "", "", residualOut),
                new Real("epsilon", config.epsilon()));
    }

    /// `out = in · weightsᵀ`.
    private String linear(String in, String name, Rows rows, String out) {
        int outputs = rows.rows();
        int inputs = rows.columns();
        if (!precision.denseInFourBits()) {
            graph.constant(name, real, rows.transposed(real), inputs, outputs);
            return graph.node("MatMul", List.of(in, name), List.of(out));
        }
        var source = FourBits.Source.of(rows);
        long blocks = inputs / FourBits.BLOCK;
        graph.constant(
                name + ".codes", ElementType.UINT8, FourBits.codes(source), outputs, blocks, 16);
        graph.constant(name + ".scales", real, FourBits.scales(source, real), outputs, blocks);
        return graph.contrib(
                "MatMulNBits",
                List.of(in, name + ".codes", name + ".scales"),
                List.of(out),
                new Int("K", inputs),
                new Int("N", outputs),
                new Int("bits", 4),
                new Int("block_size", FourBits.BLOCK));
    }

    private Weights get(String name, long... shape) {
        return checkpoint.get(name).require(shape);
    }

    static Initializer.Fill longs(long... values) {
        return target -> {
            for (int i = 0; i < values.length; i++) {
                target.set(JAVA_LONG_UNALIGNED, 8L * i, values[i]);
            }
        };
    }

    /// Residual stream and what the last block adds to it.
    private record Stream(String residual, String update) {}

    /// Attention, then experts.
    private final class Layer {

        private final int number;
        private final int place;
        private final String name;

        Layer(int number, int place) {
            this.number = number;
            this.place = place;
            this.name = "model.layers." + number + ".";
        }

        Stream add(String residual, String update) {
            String norm = name + "input_layernorm.weight";
            String carried = residual;
            if (update.isEmpty()) {
                graph.constant(
                        norm, real, Reals.copy(get(norm, config.hidden()), real), config.hidden());
                graph.node(
                        "SimplifiedLayerNormalization",
                        List.of(residual, norm),
                        List.of(name + "attention_in"),
                        new Int("axis", -1),
                        new Real("epsilon", config.epsilon()),
                        new Int("stash_type", 1));
            } else {
                carried = name + "attention_residual";
                norm(norm, List.of(residual, update), name + "attention_in", carried);
            }
            String attended = attention(name + "attention_in");
            norm(
                    name + "post_attention_layernorm.weight",
                    List.of(carried, attended),
                    name + "experts_in",
                    name + "experts_residual");
            return new Stream(name + "experts_residual", experts(name + "experts_in"));
        }

        private String attention(String in) {
            String packed = biased(in, List.of("q_proj", "k_proj", "v_proj"), "qkv");
            String sinks = name + "self_attn.sinks";
            int queries = config.heads().query();
            graph.constant(sinks, real, Reals.copy(get(sinks, queries), real), queries);
            String past = "past_key_values." + place;
            String present = "present." + place;
            cache(past, present, ".key");
            cache(past, present, ".value");
            var attributes = new ArrayList<Attribute>();
            attributes.add(new Int("num_heads", queries));
            attributes.add(new Int("kv_num_heads", config.heads().keyValue()));
            attributes.add(new Real("scale", (float) (1 / Math.sqrt(config.heads().size()))));
            attributes.add(
                    new Int(
                            "local_window_size",
                            config.isLocal(number) ? config.slidingWindow() : -1));
            attributes.add(new Real("softcap", 0));
            attributes.add(new Int("do_rotary", 1));
            attributes.add(new Int("rotary_interleaved", 0));
            if (keepsWindow()) {
                attributes.add(new Int("sliding_window_cache", 1));
            }
            graph.contrib(
                    "GroupQueryAttention",
                    List.of(
                            packed,
                            "",
                            "",
                            past + ".key",
                            past + ".value",
                            "seqlens_k",
                            "total_len",
                            "cos_cache",
                            "sin_cache",
                            "",
                            "",
                            sinks),
                    List.of(name + "attended", present + ".key", present + ".value"),
                    attributes.toArray(Attribute[]::new));
            return biased(name + "attended", List.of("o_proj"), "o");
        }

        private void cache(String past, String present, String half) {
            int heads = config.heads().keyValue();
            int size = config.heads().size();
            Object before = keepsWindow() ? config.slidingWindow() : "past_sequence_length";
            Object after = keepsWindow() ? config.slidingWindow() : "total_sequence_length";
            graph.input(past + half, real, "batch_size", heads, before, size);
            graph.output(present + half, real, "batch_size", heads, after, size);
        }

        private boolean keepsWindow() {
            return keepsWindows && config.isLocal(number);
        }

        /// One linear layer out of several that share their input.
        private String biased(String in, List<String> projections, String out) {
            var weights =
                    projections.stream()
                            .map(part -> checkpoint.get(name + "self_attn." + part + ".weight"))
                            .toArray(Weights[]::new);
            var biases =
                    projections.stream()
                            .map(part -> checkpoint.get(name + "self_attn." + part + ".bias"))
                            .toArray(Weights[]::new);
            boolean back = projections.size() == 1;
            var rows = Rows.of(back ? config.heads().queryWidth() : config.hidden(), weights);
            int width = back ? config.hidden() : config.heads().packedWidth();
            if (rows.rows() != width) {
                throw new IllegalArgumentException(
                        "%sself_attn: the projections %s have %d outputs, config.json asks for %d"
                                .formatted(name, projections, rows.rows(), width));
            }
            String product = linear(in, name + out + ".weight", rows, name + out + "_product");
            var bias = Rows.of(1, biases);
            graph.constant(name + out + ".bias", real, column(bias), width);
            return graph.node("Add", List.of(product, name + out + ".bias"), List.of(name + out));
        }

        private Initializer.Fill column(Rows bias) {
            return target -> {
                var reals = new Reals(target, real);
                bias.forEach((row, weights, first) -> reals.set(row, weights.real(first)));
            };
        }

        private String experts(String in) {
            return new MixtureOfExperts(graph, config, checkpoint, precision)
                    .add(in, name + "mlp.");
        }
    }

    /// Adds a linear layer.
    interface Linear {
        String add(String in, String name, Rows rows, String out);
    }
}
