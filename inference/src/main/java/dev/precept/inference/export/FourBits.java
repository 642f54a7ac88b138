package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.precept.inference.onnx.ElementType;

/// Symmetric 4-bit blocks of 32: `value = (code − 8) · scale`, low nibble first.
final class FourBits {

    static final int BLOCK = 32;
    private static final int ZERO = 8;
    private static final int LARGEST = 7;

    private FourBits() {}

    /// Codes of rows whose values come from a source.
    static Initializer.Fill codes(Source source) {
        return target -> {
            var block = new float[BLOCK];
            for (long at = 0; at < source.blocks(); at++) {
                source.read(at, block);
                float scale = scale(block);
                for (int i = 0; i < BLOCK; i += 2) {
                    int code = code(block[i], scale) | code(block[i + 1], scale) << 4;
                    target.set(JAVA_BYTE, at * (BLOCK / 2) + i / 2, (byte) code);
                }
            }
        };
    }

    static Initializer.Fill scales(Source source, ElementType type) {
        return target -> {
            var reals = new Reals(target, type);
            var block = new float[BLOCK];
            for (long at = 0; at < source.blocks(); at++) {
                source.read(at, block);
                reals.set(at, scale(block));
            }
        };
    }

    private static float scale(float[] block) {
        float most = 0;
        for (float value : block) {
            most = Math.max(most, Math.abs(value));
        }
        return Math.max(most / LARGEST, 1e-8f);
    }

    private static int code(float value, float scale) {
        return Math.clamp(Math.round(value / scale) + ZERO, 0, 15);
    }

    /// Values in blocks along the inner dimension.
    interface Source {

        long blocks();

        void read(long block, float[] values);

        static Source of(Rows rows) {
            long perRow = rows.columns() / BLOCK;
            return new Source() {
                @Override
                public long blocks() {
                    return rows.rows() * perRow;
                }

                @Override
                public void read(long block, float[] values) {
                    long row = block / perRow;
                    for (var part : rows.parts()) {
                        long has = part.size() / rows.columns();
                        if (row < has) {
                            long first = row * rows.columns() + block % perRow * BLOCK;
                            for (int i = 0; i < BLOCK; i++) {
                                values[i] = part.real(first + i);
                            }
                            return;
                        }
                        row -= has;
                    }
                    throw new IndexOutOfBoundsException(block);
                }
            };
        }
    }
}
