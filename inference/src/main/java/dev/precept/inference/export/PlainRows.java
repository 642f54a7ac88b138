package dev.precept.inference.export;

/// Weights for a [PlainPass], one row of a matrix at a time: a row for each output.
interface PlainRows {

    /// @param matrix without `.weight`; rows of experts lie one expert behind the other
    /// @param into as long as a row
    void read(String matrix, long row, double[] into);

    /// Rows of a matrix that is no expert's.
    long rows(String matrix);

    /// As the checkpoint has them.
    record Published(Checkpoint checkpoint) implements PlainRows {

        private static final double[] MAGNITUDES = {0, .5, 1, 1.5, 2, 3, 4, 6};

        @Override
        public void read(String matrix, long row, double[] into) {
            if (checkpoint.has(matrix + "_blocks")) {
                packed(matrix, row, into);
            } else if (checkpoint.has(matrix)) {
                experts(checkpoint.get(matrix), row, into);
            } else {
                var weights = checkpoint.get(matrix + ".weight");
                for (int i = 0; i < into.length; i++) {
                    into[i] = weights.real(row * into.length + i);
                }
            }
        }

        @Override
        public long rows(String matrix) {
            return checkpoint.get(matrix + ".weight").shape().getFirst();
        }

        /// MXFP4: two values a byte, the low half first; 32 of them share a power of two.
        private void packed(String matrix, long row, double[] into) {
            var blocks = checkpoint.get(matrix + "_blocks");
            var scales = checkpoint.get(matrix + "_scales");
            for (int first = 0; first < into.length; first += 32) {
                long at = row * into.length + first;
                double scale = Math.pow(2, scales.whole(at / 32) - 127.0);
                for (int i = 0; i < 32; i += 2) {
                    int pair = (int) blocks.whole((at + i) / 2);
                    into[first + i] = value(pair & 15) * scale;
                    into[first + i + 1] = value(pair >> 4) * scale;
                }
            }
        }

        private static double value(int code) {
            return code < 8 ? MAGNITUDES[code] : -MAGNITUDES[code - 8];
        }

        /// Inputs before outputs.
        private static void experts(Weights weights, long row, double[] into) {
            long outputs = weights.shape().getLast();
            long expert = row / outputs;
            for (int i = 0; i < into.length; i++) {
                into[i] = weights.real((expert * into.length + i) * outputs + row % outputs);
            }
        }
    }
}
