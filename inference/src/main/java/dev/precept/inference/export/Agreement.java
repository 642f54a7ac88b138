package dev.precept.inference.export;

import dev.precept.inference.onnx.ElementType;

/// How far logits may be from a [PlainPass] over the same weights.
///
/// @param limit of the largest difference, in units of the logits' own spread where that is more
///   than one
/// @param margin by how much an expert has to be ahead, so that rounding does not choose another
record Agreement(double limit, double margin) {

    static Agreement of(Precision precision) {
        return precision.real() == ElementType.FLOAT16
                ? new Agreement(0.05, 0.05)
                : new Agreement(1e-4, 1e-3);
    }

    double between(float[] actual, double[] expected) {
        double largest = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(actual[i] - expected[i]);
            if (Double.isNaN(difference)) {
                return Double.NaN;
            }
            largest = Math.max(largest, difference);
            squares += expected[i] * expected[i];
        }
        return largest / Math.max(1, Math.sqrt(squares / expected.length));
    }
}
