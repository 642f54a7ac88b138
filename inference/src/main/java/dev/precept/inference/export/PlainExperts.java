package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The experts of one layer for one position, in plain Java: the few with the largest scores,
/// weighted by the softmax over those scores.
record PlainExperts(PlainPass pass, String name) {

    double[] mixture(double[] in) {
        var config = pass.config();
        double[] scores = pass.biased(name + "router", in);
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
        double[] scores = pass.biased(name + "router", in);
        var ranked = ranked(scores);
        int count = pass.config().experts().perToken();
        return count == scores.length
                ? Double.POSITIVE_INFINITY
                : scores[ranked.get(count - 1)] - scores[ranked.get(count)];
    }

    private static List<Integer> ranked(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer expert) -> -scores[expert]))
                .toList();
    }

    /// Gate and up lie alternately; the gate is limited above, the other half on both sides.
    private double[] expert(int expert, double[] in) {
        int width = pass.config().intermediate();
        double[] both = project("experts.gate_up_proj", expert, in, 2 * width);
        double limit = pass.config().experts().limit();
        var inner = new double[width];
        for (int i = 0; i < inner.length; i++) {
            double gate = Math.min(limit, both[2 * i]);
            double up = Math.min(limit, Math.max(-limit, both[2 * i + 1]));
            inner[i] = (up + 1) * gate / (1 + Math.exp(-GptOssConfig.SWIGLU_ALPHA * gate));
        }
        return project("experts.down_proj", expert, inner, in.length);
    }

    private double[] project(String part, int expert, double[] in, int outputs) {
        long first = (long) expert * outputs;
        double[] out = pass.values(name + part + "_bias", first, outputs);
        pass.addProduct(name + part, first, in, out);
        return out;
    }
}
