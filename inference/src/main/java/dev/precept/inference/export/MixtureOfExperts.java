package dev.precept.inference.export;

import static dev.precept.inference.onnx.ElementType.INT64;
import static dev.precept.inference.onnx.ElementType.UINT8;

import dev.precept.inference.export.Graph.Attribute;
import dev.precept.inference.export.Graph.Attribute.Int;
import dev.precept.inference.export.Graph.Attribute.Real;
import dev.precept.inference.export.Graph.Attribute.Text;
import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.onnx.ElementType;
import java.util.ArrayList;
import java.util.List;

/// Router and experts of one layer: the best few experts of each position, weighted by the softmax
/// over those few.
record MixtureOfExperts(
        Graph graph, GptOssConfig config, Checkpoint checkpoint, Precision precision) {

    /// @param name of the block in the checkpoint, with a dot at its end
    String add(String in, String name) {
        String routed = route(in, name);
        var experts = name + "experts.";
        var inputs = new ArrayList<>(List.of(in, routed));
        int inner = 2 * config.intermediate();
        project(experts + "gate_up_proj", inner, config.hidden(), inputs);
        project(experts + "down_proj", config.hidden(), config.intermediate(), inputs);
        var attributes = new ArrayList<Attribute>();
        attributes.add(new Int("k", config.experts().perToken()));
        attributes.add(new Text("activation_type", "swiglu"));
        attributes.add(new Real("activation_alpha", GptOssConfig.SWIGLU_ALPHA));
        attributes.add(new Real("activation_beta", 1));
        attributes.add(new Real("swiglu_limit", config.experts().limit()));
        attributes.add(new Int("swiglu_fusion", 1));
        attributes.add(new Int("normalize_routing_weights", 1));
        boolean quantised = precision.experts() != Precision.Experts.REAL;
        if (quantised) {
            int bits = precision.experts() == Precision.Experts.EIGHT_BITS ? 8 : 4;
            attributes.add(new Int("expert_weight_bits", bits));
            attributes.add(new Int("block_size", FourBits.BLOCK));
            // One layout of the weights for processors and CUDA.
            attributes.add(new Int("weights_prepacked", 0));
        }
        return graph.contrib(
                quantised ? "QMoE" : "MoE",
                inputs,
                List.of(name + "out"),
                attributes.toArray(Attribute[]::new));
    }

    private String route(String in, String name) {
        int count = config.experts().count();
        var weight = checkpoint.get(name + "router.weight").require(count, config.hidden());
        var bias = checkpoint.get(name + "router.bias").require(count);
        var real = precision.real();
        var rows = Rows.of(config.hidden(), weight);
        graph.constant(name + "router.weight", real, rows.transposed(real), config.hidden(), count);
        graph.constant(name + "router.bias", real, Reals.copy(bias, real), count);
        graph.constant(name + "router.shape", INT64, GptOssGraph.longs(-1, count), 2);
        graph.node("MatMul", List.of(in, name + "router.weight"), List.of(name + "router_product"));
        graph.node(
                "Add",
                List.of(name + "router_product", name + "router.bias"),
                List.of(name + "router_scores"));
        return graph.node(
                "Reshape",
                List.of(name + "router_scores", name + "router.shape"),
                List.of(name + "routed"));
    }

    /// Adds the constants of one projection and names them as inputs of the operator.
    private void project(String name, int outputs, int inputs, List<String> names) {
        int count = config.experts().count();
        ElementType real = precision.real();
        var weights = ExpertWeights.of(checkpoint, name, count, outputs, inputs);
        long blocks = inputs / ExpertWeights.BLOCK;
        switch (precision.experts()) {
            case REAL ->
                    names.add(
                            graph.constant(name, real, weights.real(real), count, outputs, inputs));
            case EIGHT_BITS -> {
                names.add(
                        graph.constant(
                                name + ".codes",
                                UINT8,
                                weights.eightCodes(),
                                count,
                                outputs,
                                inputs));
                names.add(
                        graph.constant(
                                name + ".scales",
                                real,
                                weights.eightScales(real),
                                count,
                                outputs,
                                blocks));
            }
            case FOUR_BITS -> {
                names.add(
                        graph.constant(
                                name + ".codes",
                                UINT8,
                                FourBits.codes(weights),
                                count,
                                outputs,
                                inputs / 2));
                names.add(
                        graph.constant(
                                name + ".scales",
                                real,
                                FourBits.scales(weights, real),
                                count,
                                outputs,
                                blocks));
            }
        }
        var bias = checkpoint.get(name + "_bias").require(count, outputs);
        names.add(graph.constant(name + "_bias", real, Reals.copy(bias, real), count, outputs));
    }
}
