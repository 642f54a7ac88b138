package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.onnx.ElementType;
import java.util.function.DoubleUnaryOperator;

/// Cosines and sines of rotary positions, `[positions, head size / 2]`.
///
/// YaRN "NTK by parts": fast dimensions keep their frequency, slow ones are divided by the factor,
/// the ones between are mixed; everything is scaled by `0.1 · ln factor + 1` (Peng et al., 2023).
record RopeTables(GptOssConfig config, int positions) {

    Initializer.Fill cosines(ElementType type) {
        return table(type, Math::cos);
    }

    Initializer.Fill sines(ElementType type) {
        return table(type, Math::sin);
    }

    private Initializer.Fill table(ElementType type, DoubleUnaryOperator wave) {
        return target -> {
            var reals = new Reals(target, type);
            double[] frequencies = frequencies();
            double concentration = concentration();
            for (int position = 0; position < positions; position++) {
                for (int i = 0; i < frequencies.length; i++) {
                    double value = wave.applyAsDouble(position * frequencies[i]) * concentration;
                    reals.set((long) position * frequencies.length + i, (float) value);
                }
            }
        };
    }

    private double concentration() {
        double factor = config.rope().factor();
        return factor > 1 ? 0.1 * Math.log(factor) + 1 : 1;
    }

    private double[] frequencies() {
        var rope = config.rope();
        double half = config.heads().size() / 2.0;
        double low = turn(rope.betaFast(), half);
        double high = turn(rope.betaSlow(), half);
        var frequencies = new double[config.heads().size() / 2];
        for (int i = 0; i < frequencies.length; i++) {
            double own = 1 / Math.pow(rope.theta(), i / half);
            double kept = 1 - Math.clamp((i - low) / (high - low), 0.0, 1.0);
            frequencies[i] = own * kept + own / rope.factor() * (1 - kept);
        }
        return frequencies;
    }

    /// The dimension that turns so many times within the original context.
    private double turn(double times, double half) {
        var rope = config.rope();
        return half * Math.log(rope.original() / (times * 2 * Math.PI)) / Math.log(rope.theta());
    }
}
