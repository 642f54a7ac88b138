package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import java.util.Arrays;
import java.util.stream.IntStream;

/// One layer of gpt-oss between embedding and head, in plain Java and double precision: what an
/// exported model is checked against.
///
/// Shares nothing with the exporter but the reading of the checkpoint, and keeps nothing of it, so
/// a model of any size can be looked at.
record PlainPass(GptOssConfig config, Checkpoint checkpoint, PlainRows rows) {

    /// The last position behind a layer.
    ///
    /// @param margin by how much the last expert chosen was ahead of the first one left out
    record Last(double[] stream, double margin) {}

    /// @param ids at positions 0, 1, 2 …
    Last layer(int layer, int[] ids) {
        String name = "model.layers." + layer + ".";
        double[] stream = embedding(ids[ids.length - 1]);
        add(stream, attention(name, layer, ids));
        var experts = new PlainExperts(this, name + "mlp.");
        double[] in = normalised(name + "post_attention_layernorm.weight", stream);
        add(stream, experts.mixture(in));
        return new Last(stream, experts.margin(in));
    }

    /// Logits of all ids.
    double[] head(double[] stream) {
        int known = Math.toIntExact(checkpoint.get("lm_head.weight").shape().getFirst());
        var scores = new double[known];
        addProduct("lm_head", 0, normalised("model.norm.weight", stream), scores);
        if (!checkpoint.has("lm_head.buckets")) {
            return Arrays.copyOf(scores, config.vocabulary());
        }
        var buckets = checkpoint.get("lm_head.buckets");
        int each = (int) (buckets.size() / config.vocabulary());
        return IntStream.range(0, config.vocabulary())
                .mapToDouble(id ->
                        IntStream.range(0, each)
                                .mapToDouble(i -> scores[(int) buckets.whole((long) id * each + i)])
                                .sum())
                .toArray();
    }

    private double[] embedding(int id) {
        String table = "model.embed_tokens.weight";
        if (!checkpoint.has("model.embed_tokens.buckets")) {
            return values(table, (long) id * config.hidden(), config.hidden());
        }
        var buckets = checkpoint.get("model.embed_tokens.buckets");
        int each = (int) (buckets.size() / config.vocabulary());
        var sum = new double[config.hidden()];
        for (int i = 0; i < each; i++) {
            long row = buckets.whole((long) id * each + i);
            add(sum, values(table, row * config.hidden(), config.hidden()));
        }
        return sum;
    }

    private double[] attention(String name, int layer, int[] ids) {
        int last = ids.length - 1;
        int first = config.isLocal(layer) ? Math.max(0, ids.length - config.slidingWindow()) : 0;
        var heads = config.heads();
        var keys = new double[ids.length][];
        var values = new double[ids.length][];
        for (int position = first; position <= last; position++) {
            double[] in = normalised(name + "input_layernorm.weight", embedding(ids[position]));
            keys[position] = biased(name + "self_attn.k_proj", in);
            rotate(keys[position], position);
            values[position] = biased(name + "self_attn.v_proj", in);
        }
        double[] query =
                biased(
                        name + "self_attn.q_proj",
                        normalised(name + "input_layernorm.weight", embedding(ids[last])));
        rotate(query, last);
        var sinks = checkpoint.get(name + "self_attn.sinks");
        var out = new double[heads.queryWidth()];
        for (int head = 0; head < heads.query(); head++) {
            int at = head * heads.size();
            int shared = head / (heads.query() / heads.keyValue()) * heads.size();
            var weights = new double[ids.length];
            double sum = Math.exp(sinks.real(head));
            for (int position = first; position <= last; position++) {
                double score = 0;
                for (int i = 0; i < heads.size(); i++) {
                    score += query[at + i] * keys[position][shared + i];
                }
                weights[position] = Math.exp(score / Math.sqrt(heads.size()));
                sum += weights[position];
            }
            for (int position = first; position <= last; position++) {
                for (int i = 0; i < heads.size(); i++) {
                    out[at + i] += weights[position] / sum * values[position][shared + i];
                }
            }
        }
        return biased(name + "self_attn.o_proj", out);
    }

    /// Rotates the halves of each head; YaRN slows the dimensions that turn less than `betaFast`
    /// times within the original context, and stops slowing at those below `betaSlow` turns.
    private void rotate(double[] vector, int position) {
        int size = config.heads().size();
        var rope = config.rope();
        double stretched = 1 + 0.1 * Math.log(rope.factor());
        for (int i = 0; i < size / 2; i++) {
            double frequency = Math.pow(rope.theta(), -2.0 * i / size);
            double slow = share(i, rope.betaFast(), rope.betaSlow());
            double angle = position * frequency * (1 - slow + slow / rope.factor());
            double cosine = Math.cos(angle) * stretched;
            double sine = Math.sin(angle) * stretched;
            for (int head = 0; head < vector.length; head += size) {
                double a = vector[head + i];
                double b = vector[head + size / 2 + i];
                vector[head + i] = a * cosine - b * sine;
                vector[head + size / 2 + i] = b * cosine + a * sine;
            }
        }
    }

    private double share(int dimension, double fast, double slow) {
        double from = dimensionOf(fast);
        double to = dimensionOf(slow);
        return Math.min(1, Math.max(0, (dimension - from) / (to - from)));
    }

    private double dimensionOf(double turns) {
        var rope = config.rope();
        return config.heads().size()
                * Math.log(rope.original() / (turns * 2 * Math.PI))
                / (2 * Math.log(rope.theta()));
    }

    double[] biased(String name, double[] in) {
        int outputs = Math.toIntExact(checkpoint.get(name + ".bias").size());
        double[] out = values(name + ".bias", 0, outputs);
        addProduct(name, 0, in, out);
        return out;
    }

    /// Adds rows of a matrix times a vector.
    void addProduct(String matrix, long firstRow, double[] in, double[] out) {
        var row = new double[in.length];
        for (int output = 0; output < out.length; output++) {
            rows.read(matrix, firstRow + output, row);
            for (int i = 0; i < in.length; i++) {
                out[output] += row[i] * in[i];
            }
        }
    }

    double[] values(String name, long from, int count) {
        var weights = checkpoint.get(name);
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = weights.real(from + i);
        }
        return values;
    }

    private double[] normalised(String weight, double[] in) {
        double squares = Arrays.stream(in).map(value -> value * value).sum();
        double scale = 1 / Math.sqrt(squares / in.length + config.epsilon());
        double[] out = values(weight, 0, in.length);
        for (int i = 0; i < in.length; i++) {
            out[i] *= in[i] * scale;
        }
        return out;
    }

    private static void add(double[] to, double[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }
}
