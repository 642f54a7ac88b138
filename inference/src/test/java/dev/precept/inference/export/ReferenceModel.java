package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import java.util.HashMap;
import java.util.Map;

/// The forward pass of gpt-oss in plain Java and double precision, written from the paper's
/// formulas and sharing nothing with the exporter but the reading of tensors. Whole sequences, no
/// cache.
public final class ReferenceModel {

    private final GptOssConfig config;
    private final Checkpoint checkpoint;
    private final Map<String, double[]> read = new HashMap<>();

    ReferenceModel(GptOssConfig config, Checkpoint checkpoint) {
        this.config = config;
        this.checkpoint = checkpoint;
    }

    /// A tensor's values, read once.
    private double[] values(String name) {
        return read.computeIfAbsent(
                name,
                _ -> {
                    var weights = checkpoint.get(name);
                    var values = new double[Math.toIntExact(weights.size())];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = weights.real(i);
                    }
                    return values;
                });
    }

    /// Logits after the last token.
    double[] logits(int... ids) {
        double[][] stream = new double[ids.length][];
        for (int t = 0; t < ids.length; t++) {
            stream[t] = embed(ids[t]);
        }
        for (int layer = 0; layer < config.layers(); layer++) {
            String name = "model.layers." + layer + ".";
            add(
                    stream,
                    attention(
                            name, config.isLocal(layer), normed(stream, name + "input_layernorm")));
            add(stream, experts(name + "mlp.", normed(stream, name + "post_attention_layernorm")));
        }
        double[] last = norm(stream[ids.length - 1], values("model.norm.weight"));
        return head(last);
    }

    private double[] embed(int id) {
        return bucketed("model.embed_tokens", id);
    }

    private double[] bucketed(String name, int id) {
        double[] weight = values(name + ".weight");
        var vector = new double[config.hidden()];
        var buckets = checkpoint.find(name + ".buckets");
        long k = buckets.map(found -> found.size() / config.vocabulary()).orElse(1L);
        for (long j = 0; j < k; j++) {
            long at = j;
            long row = buckets.map(found -> found.whole(id * k + at)).orElse((long) id);
            for (int i = 0; i < vector.length; i++) {
                vector[i] += weight[(int) row * vector.length + i];
            }
        }
        return vector;
    }

    private double[] head(double[] last) {
        var logits = new double[config.vocabulary()];
        for (int id = 0; id < logits.length; id++) {
            double[] weight = bucketed("lm_head", id);
            for (int i = 0; i < last.length; i++) {
                logits[id] += weight[i] * last[i];
            }
        }
        return logits;
    }

    private double[][] normed(double[][] stream, String name) {
        double[] weight = values(name + ".weight");
        var out = new double[stream.length][];
        for (int t = 0; t < stream.length; t++) {
            out[t] = norm(stream[t], weight);
        }
        return out;
    }

    private double[] norm(double[] x, double[] weight) {
        double squares = 0;
        for (double value : x) {
            squares += value * value;
        }
        double scale = 1 / Math.sqrt(squares / x.length + config.epsilon());
        var out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] * scale * weight[i];
        }
        return out;
    }

    private double[][] attention(String name, boolean local, double[][] in) {
        var heads = config.heads();
        double[][] q = linear(name + "self_attn.q_proj", in);
        double[][] k = linear(name + "self_attn.k_proj", in);
        double[][] v = linear(name + "self_attn.v_proj", in);
        for (int t = 0; t < in.length; t++) {
            rotate(q[t], t);
            rotate(k[t], t);
        }
        double[] sinks = values(name + "self_attn.sinks");
        var mixed = new double[in.length][heads.queryWidth()];
        int group = heads.query() / heads.keyValue();
        for (int t = 0; t < in.length; t++) {
            int from = local ? Math.max(0, t - config.slidingWindow() + 1) : 0;
            for (int head = 0; head < heads.query(); head++) {
                int own = head * heads.size();
                int shared = head / group * heads.size();
                attend(q[t], k, v, new Span(from, t, own, shared), sinks[head], mixed[t]);
            }
        }
        return linear(name + "self_attn.o_proj", mixed);
    }

    private record Span(int from, int to, int own, int shared) {}

    private void attend(
            double[] q, double[][] k, double[][] v, Span span, double sink, double[] mixed) {
        int size = config.heads().size();
        var weights = new double[span.to() + 1];
        double most = sink;
        for (int s = span.from(); s <= span.to(); s++) {
            for (int i = 0; i < size; i++) {
                weights[s] += q[span.own() + i] * k[s][span.shared() + i];
            }
            weights[s] /= Math.sqrt(size);
            most = Math.max(most, weights[s]);
        }
        double sum = Math.exp(sink - most);
        for (int s = span.from(); s <= span.to(); s++) {
            weights[s] = Math.exp(weights[s] - most);
            sum += weights[s];
        }
        for (int s = span.from(); s <= span.to(); s++) {
            for (int i = 0; i < size; i++) {
                mixed[span.own() + i] += weights[s] / sum * v[s][span.shared() + i];
            }
        }
    }

    /// Split halves: dimension `i` turns together with `i + size / 2`.
    private void rotate(double[] vector, int position) {
        int size = config.heads().size();
        int half = size / 2;
        var rope = config.rope();
        double concentration = 0.1 * Math.log(rope.factor()) + 1;
        double low =
                size
                        * Math.log(rope.original() / (rope.betaFast() * 2 * Math.PI))
                        / (2 * Math.log(rope.theta()));
        double high =
                size
                        * Math.log(rope.original() / (rope.betaSlow() * 2 * Math.PI))
                        / (2 * Math.log(rope.theta()));
        for (int head = 0; head < vector.length; head += size) {
            for (int i = 0; i < half; i++) {
                double fast = Math.pow(rope.theta(), -2.0 * i / size);
                double ramp = Math.min(1, Math.max(0, (i - low) / (high - low)));
                double angle = position * (fast * (1 - ramp) + fast / rope.factor() * ramp);
                double cos = Math.cos(angle) * concentration;
                double sin = Math.sin(angle) * concentration;
                double a = vector[head + i];
                double b = vector[head + half + i];
                vector[head + i] = a * cos - b * sin;
                vector[head + half + i] = b * cos + a * sin;
            }
        }
    }

    private double[][] experts(String name, double[][] in) {
        double[][] scores = linear(name + "router", in);
        var out = new double[in.length][];
        for (int t = 0; t < in.length; t++) {
            out[t] = mixture(name + "experts.", in[t], scores[t]);
        }
        return out;
    }

    private double[] mixture(String name, double[] in, double[] scores) {
        int[] order =
                java.util.stream.IntStream.range(0, scores.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                        .mapToInt(expert -> expert)
                        .limit(config.experts().perToken())
                        .toArray();
        double sum = 0;
        for (int expert : order) {
            sum += Math.exp(scores[expert] - scores[order[0]]);
        }
        var out = new double[config.hidden()];
        for (int expert : order) {
            double share = Math.exp(scores[expert] - scores[order[0]]) / sum;
            double[] inner = project(name + "gate_up_proj", expert, in, 2 * config.intermediate());
            double[] gated = new double[config.intermediate()];
            double limit = config.experts().limit();
            for (int i = 0; i < gated.length; i++) {
                double gate = Math.min(inner[2 * i], limit);
                double up = Math.max(-limit, Math.min(limit, inner[2 * i + 1]));
                gated[i] = gate / (1 + Math.exp(-1.702 * gate)) * (up + 1);
            }
            double[] back = project(name + "down_proj", expert, gated, config.hidden());
            for (int i = 0; i < out.length; i++) {
                out[i] += share * back[i];
            }
        }
        return out;
    }

    private double[] project(String name, int expert, double[] in, int outputs) {
        double[] bias = values(name + "_bias");
        double[] weight = expert(name, outputs, in.length);
        var out = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            out[o] = bias[expert * outputs + o];
            for (int i = 0; i < in.length; i++) {
                out[o] += in[i] * weight[(expert * outputs + o) * in.length + i];
            }
        }
        return out;
    }

    /// All experts' weights, outputs before inputs.
    private double[] expert(String name, int outputs, int inputs) {
        return read.computeIfAbsent(
                name + " decoded",
                _ -> {
                    int rows = config.experts().count() * outputs;
                    var values = new double[rows * inputs];
                    for (int row = 0; row < rows; row++) {
                        for (int input = 0; input < inputs; input++) {
                            values[row * inputs + input] =
                                    weight(name, row, input, outputs, inputs);
                        }
                    }
                    return values;
                });
    }

    private double weight(String name, long row, int input, int outputs, int inputs) {
        if (checkpoint.has(name)) {
            long expert = row / outputs;
            return checkpoint.get(name).real((expert * inputs + input) * outputs + row % outputs);
        }
        double[] values = {0, .5, 1, 1.5, 2, 3, 4, 6};
        long pair = checkpoint.get(name + "_blocks").whole(row * inputs / 2 + input / 2);
        long exponent = checkpoint.get(name + "_scales").whole(row * inputs / 32 + input / 32);
        int code = (int) (input % 2 == 0 ? pair & 15 : pair >> 4);
        double value = values[code & 7] * Math.pow(2, exponent - 127);
        return code >= 8 ? -value : value;
    }

    private double[][] linear(String name, double[][] in) {
        double[] weight = values(name + ".weight");
        double[] bias = values(name + ".bias");
        int outputs = bias.length;
        var out = new double[in.length][outputs];
        for (int t = 0; t < in.length; t++) {
            for (int o = 0; o < outputs; o++) {
                out[t][o] = bias[o];
                for (int i = 0; i < in[t].length; i++) {
                    out[t][o] += in[t][i] * weight[o * in[t].length + i];
                }
            }
        }
        return out;
    }

    private static void add(double[][] stream, double[][] update) {
        for (int t = 0; t < stream.length; t++) {
            for (int i = 0; i < stream[t].length; i++) {
                stream[t][i] += update[t][i];
            }
        }
    }
}
