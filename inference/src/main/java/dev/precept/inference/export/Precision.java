package dev.precept.inference.export;

import dev.precept.inference.onnx.ElementType;

/// How weights are stored. Activations and keys and values are of [#real].
public enum Precision {
    /// Every weight as 32-bit float.
    F32(ElementType.FLOAT, Experts.REAL, false),
    /// Every weight as 16-bit float.
    F16(ElementType.FLOAT16, Experts.REAL, false),
    /// Experts in 8 bits that hold MXFP4 exactly; the rest in 32-bit floats, which hold BF16
    /// exactly.
    INT8_EXACT(ElementType.FLOAT, Experts.EIGHT_BITS, false),
    /// Experts in 8 bits, exact; attention and head in 4 bits. The quickest on a processor.
    INT8(ElementType.FLOAT, Experts.EIGHT_BITS, true),
    /// As [#INT8_EXACT] with 16-bit floats for the rest, for CUDA.
    INT8_F16(ElementType.FLOAT16, Experts.EIGHT_BITS, false),
    /// Everything large in 4 bits and 16-bit floats, for CUDA; slow on a processor.
    INT4(ElementType.FLOAT16, Experts.FOUR_BITS, true);

    /// How the experts are stored.
    enum Experts {
        REAL,
        EIGHT_BITS,
        FOUR_BITS
    }

    private final ElementType real;
    private final Experts experts;
    private final boolean denseInFourBits;

    Precision(ElementType real, Experts experts, boolean denseInFourBits) {
        this.real = real;
        this.experts = experts;
        this.denseInFourBits = denseInFourBits;
    }

    /// The type of activations.
    public ElementType real() {
        return real;
    }

    Experts experts() {
        return experts;
    }

    boolean denseInFourBits() {
        return denseInFourBits;
    }

    /// As it is written on a command line, for example `int8-exact`.
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Precision of(String wireName) {
        for (var precision : values()) {
            if (precision.wireName().equals(wireName)) {
                return precision;
            }
        }
        throw new IllegalArgumentException(
                "precision '%s' is not known; choose f32, f16, int8-exact, int8, int8-f16 or int4"
                        .formatted(wireName));
    }
}
