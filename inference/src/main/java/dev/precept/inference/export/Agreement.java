package dev.precept.inference.export;

/// How far logits may be from the checkpoint's.
///
/// @param limit of the difference
/// @param rounded whether weights are rounded: then differences are judged as a whole, not each
/// @param margin by how much an expert has to be ahead, so that rounding does not choose another
record Agreement(double limit, boolean rounded, double margin) {

    /// @param packed whether the experts come from MXFP4, which 8 bits hold exactly
    static Agreement of(Precision precision, boolean packed) {
        var exact = packed || precision.experts() == Precision.Experts.REAL;
        return exact ? ofExact(precision) : new Agreement(0.35, true, 0.3);
    }

    private static Agreement ofExact(Precision precision) {
        return switch (precision) {
            case F32, INT8_EXACT -> new Agreement(1e-4, false, 1e-3);
            case F16, INT8_F16 -> new Agreement(0.05, false, 0.05);
            case INT8, INT4 -> new Agreement(0.35, true, 0.3);
        };
    }

    /// The largest difference, in units of the logits' own spread where that is more than one; for
    /// rounded weights the root mean square of all differences.
    double between(float[] actual, double[] expected) {
        double largest = 0;
        double squares = 0;
        double all = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(actual[i] - expected[i]);
            if (Double.isNaN(difference)) {
                return Double.NaN;
            }
            largest = Math.max(largest, difference);
            squares += difference * difference;
            all += expected[i] * expected[i];
        }
        double spread = Math.sqrt(all / expected.length);
        return rounded
                ? Math.sqrt(squares / expected.length) / spread
                : largest / Math.max(1, spread);
    }
}
