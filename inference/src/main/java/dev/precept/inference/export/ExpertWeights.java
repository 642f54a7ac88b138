package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.precept.inference.onnx.ElementType;

/// One projection of all experts as `[experts, outputs, inputs]`, from MXFP4 or from real numbers.
///
/// MXFP4 is E2M1 codes in blocks of 32 with a power of two each. Its values times two are whole
/// numbers within ±12, so 8 bits hold it exactly: `code = 2·value + 128`, `scale = 2^(e − 1)`.
sealed interface ExpertWeights extends FourBits.Source {

    int BLOCK = FourBits.BLOCK;
    int ZERO = 128;

    /// Codes and scales in 8 bits.
    void eight(long block, byte[] codes);

    float eightScale(long block);

    static ExpertWeights of(
            Checkpoint checkpoint, String name, int experts, int outputs, int inputs) {
        if (checkpoint.has(name + "_blocks")) {
            long groups = inputs / BLOCK;
            return new Mxfp4(
                    checkpoint.get(name + "_blocks").require(experts, outputs, groups, BLOCK / 2),
                    checkpoint.get(name + "_scales").require(experts, outputs, groups));
        }
        return new Real(checkpoint.get(name).require(experts, inputs, outputs), outputs, inputs);
    }

    default Initializer.Fill real(ElementType type) {
        return target -> {
            var reals = new Reals(target, type);
            var values = new float[BLOCK];
            for (long block = 0; block < blocks(); block++) {
                read(block, values);
                for (int i = 0; i < BLOCK; i++) {
                    reals.set(block * BLOCK + i, values[i]);
                }
            }
        };
    }

    default Initializer.Fill eightCodes() {
        return target -> {
            var codes = new byte[BLOCK];
            for (long block = 0; block < blocks(); block++) {
                eight(block, codes);
                java.lang.foreign.MemorySegment.copy(
                        codes, 0, target, JAVA_BYTE, block * BLOCK, BLOCK);
            }
        };
    }

    default Initializer.Fill eightScales(ElementType type) {
        return target -> {
            var reals = new Reals(target, type);
            for (long block = 0; block < blocks(); block++) {
                reals.set(block, eightScale(block));
            }
        };
    }

    /// As published.
    record Mxfp4(Weights codes, Weights scales) implements ExpertWeights {

        private static final float[] E2M1 = {
            0, .5f, 1, 1.5f, 2, 3, 4, 6, -0f, -.5f, -1, -1.5f, -2, -3, -4, -6
        };
        private static final int BIAS = 127;

        @Override
        public long blocks() {
            return scales.size();
        }

        @Override
        public void read(long block, float[] values) {
            float scale = Math.scalb(1f, (int) scales.whole(block) - BIAS);
            for (int i = 0; i < BLOCK / 2; i++) {
                int pair = (int) codes.whole(block * (BLOCK / 2) + i);
                values[2 * i] = E2M1[pair & 15] * scale;
                values[2 * i + 1] = E2M1[pair >>> 4] * scale;
            }
        }

        @Override
        public void eight(long block, byte[] target) {
            for (int i = 0; i < BLOCK / 2; i++) {
                int pair = (int) codes.whole(block * (BLOCK / 2) + i);
                target[2 * i] = (byte) ((int) (2 * E2M1[pair & 15]) + ZERO);
                target[2 * i + 1] = (byte) ((int) (2 * E2M1[pair >>> 4]) + ZERO);
            }
        }

        @Override
        public float eightScale(long block) {
            return Math.scalb(1f, (int) scales.whole(block) - BIAS - 1);
        }
    }

    /// Stored with inputs before outputs; rounded where 8 bits are asked for.
    record Real(Weights weights, int outputs, int inputs) implements ExpertWeights {

        @Override
        public long blocks() {
            return weights.size() / BLOCK;
        }

        @Override
        public void read(long block, float[] values) {
            long perRow = inputs / BLOCK;
            long row = block / perRow;
            long expert = row / outputs;
            long output = row % outputs;
            long input = block % perRow * BLOCK;
            for (int i = 0; i < BLOCK; i++) {
                values[i] = weights.real((expert * inputs + input + i) * outputs + output);
            }
        }

        @Override
        public void eight(long block, byte[] target) {
            var values = new float[BLOCK];
            read(block, values);
            float scale = scale(values);
            for (int i = 0; i < BLOCK; i++) {
                target[i] = (byte) (Math.clamp(Math.round(values[i] / scale), -127, 127) + ZERO);
            }
        }

        @Override
        public float eightScale(long block) {
            var values = new float[BLOCK];
            read(block, values);
            return scale(values);
        }

        private static float scale(float[] values) {
            float most = 0;
            for (float value : values) {
                most = Math.max(most, Math.abs(value));
            }
            return Math.max(most / 127, 1e-8f);
        }
    }
}
