package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The experts of one layer for one position, in plain Java: the few with the largest scores,
/// weighted by the softmax over those scores.
record PlainExperts(GptOssConfig config, Checkpoint checkpoint, String name) {

    private static final double[] MAGNITUDES = {0, .5, 1, 1.5, 2, 3, 4, 6};

    double[] mixture(double[] in) {
        double[] scores = scores(in);
        List<Integer> chosen = ranked(scores).subList(0, config.experts().perToken());
        double sum = chosen.stream().mapToDouble(expert -> Math.exp(scores[expert])).sum();
        var out = new double[config.hidden()];
        for (int expert : chosen) {
            double share = Math.exp(scores[expert]) / sum;
            double[] own = expert(expert, in);
            for (int i = 0; i < out.length; i++) {
                out[i] += share * own[i];
            }
        }
        return out;
    }

    /// By how much the last expert chosen is ahead of the first one left out.
    double margin(double[] in) {
        double[] scores = scores(in);
        var ranked = ranked(scores);
        int count = config.experts().perToken();
        return count == scores.length
                ? Double.POSITIVE_INFINITY
                : scores[ranked.get(count - 1)] - scores[ranked.get(count)];
    }

    private double[] scores(double[] in) {
        double[] scores = PlainPass.Linear.apply(checkpoint.get(name + "router.weight"), 0, in);
        var bias = checkpoint.get(name + "router.bias");
        for (int expert = 0; expert < scores.length; expert++) {
            scores[expert] += bias.real(expert);
        }
        return scores;
    }

    private static List<Integer> ranked(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer expert) -> -scores[expert]))
                .toList();
    }

    /// Gate and up lie alternately; the gate is limited above, the other half on both sides.
    private double[] expert(int expert, double[] in) {
        double[] both = project("experts.gate_up_proj", expert, in, 2 * config.intermediate());
        double limit = config.experts().limit();
        var inner = new double[config.intermediate()];
        for (int i = 0; i < inner.length; i++) {
            double gate = Math.min(limit, both[2 * i]);
            double up = Math.min(limit, Math.max(-limit, both[2 * i + 1]));
            inner[i] = (up + 1) * gate / (1 + Math.exp(-GptOssConfig.SWIGLU_ALPHA * gate));
        }
        return project("experts.down_proj", expert, inner, config.hidden());
    }

    private double[] project(String part, int expert, double[] in, int outputs) {
        boolean packed = checkpoint.has(name + part + "_blocks");
        double[] out =
                PlainPass.Linear.values(
                        checkpoint.get(name + part + "_bias"), (long) expert * outputs, outputs);
        for (int output = 0; output < outputs; output++) {
            long row = (long) expert * outputs + output;
            out[output] +=
                    packed ? packed(part, row, in) : plain(part, expert, output, in, outputs);
        }
        return out;
    }

    /// MXFP4: two values a byte, the low half first; 32 of them share a power of two.
    private double packed(String part, long row, double[] in) {
        var blocks = checkpoint.get(name + part + "_blocks");
        var scales = checkpoint.get(name + part + "_scales");
        double sum = 0;
        for (int first = 0; first < in.length; first += 32) {
            long at = row * in.length + first;
            double inBlock = 0;
            for (int i = 0; i < 32; i += 2) {
                int pair = (int) blocks.whole((at + i) / 2);
                inBlock += in[first + i] * value(pair & 15) + in[first + i + 1] * value(pair >> 4);
            }
            sum += inBlock * Math.pow(2, scales.whole(at / 32) - 127.0);
        }
        return sum;
    }

    private static double value(int code) {
        return code < 8 ? MAGNITUDES[code] : -MAGNITUDES[code - 8];
    }

    private double plain(String part, int expert, int output, double[] in, int outputs) {
        var weights = checkpoint.get(name + part);
        double sum = 0;
        for (int i = 0; i < in.length; i++) {
            sum += in[i] * weights.real(((long) expert * in.length + i) * outputs + output);
        }
        return sum;
    }
}
