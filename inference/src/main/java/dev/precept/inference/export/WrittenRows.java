package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.modelfolder.OnnxGraph;
import dev.precept.inference.onnx.ElementType;
import java.lang.foreign.MemorySegment;

/// Weights as an export wrote them, read back from its data file.
///
/// Each value that is read must be what the checkpoint has: exactly in 32-bit floats, rounded once
/// in 16-bit floats, within half a step of its block in 4 and 8 bits; exactly again where 8 bits
/// hold MXFP4.
///
/// @param exactExperts whether 8 bits hold the experts exactly
record WrittenRows(
        GptOssConfig config,
        PlainRows published,
        OnnxGraph graph,
        MemorySegment data,
        Precision precision,
        boolean exactExperts)
        implements PlainRows {

    private static final int BLOCK = 32;
    private static final double HALF_A_STEP = 0.51;
    private static final double HALF_ROUNDING = 1.0 / 2_048;
    private static final double SMALLEST = 1e-6;

    @Override
    public void read(String matrix, long row, double[] into) {
        published.read(matrix, row, into);
        boolean experts = matrix.contains(".experts.");
        var place = experts ? new Place(matrix, 0, 0) : place(matrix);
        if (graph.has(place.name() + ".codes")) {
            boolean eight = experts && precision.experts() == Precision.Experts.EIGHT_BITS;
            blocks(place, matrix, row, eight, into);
        } else if (graph.has(place.name())) {
            long from = graph.offset(place.name());
            for (int i = 0; i < into.length; i++) {
                long index =
                        experts ? row * into.length + i : i * place.rows() + place.first() + row;
                double rounding = isHalf() ? Math.abs(into[i]) * HALF_ROUNDING + SMALLEST : 0;
                into[i] = agreed(matrix, row, i, into[i], real(from, index), rounding);
            }
        }
    }

    private void blocks(Place place, String matrix, long row, boolean eight, double[] into) {
        long codes = graph.offset(place.name() + ".codes");
        long scales = graph.offset(place.name() + ".scales");
        long first = (row + place.first()) * into.length;
        for (int i = 0; i < into.length; i++) {
            double scale = real(scales, (first + i) / BLOCK);
            double value = scale * (eight ? eight(codes, first + i) : four(codes, first + i));
            double rounding =
                    eight && exactExperts
                            ? (isHalf() ? SMALLEST : 0)
                            : HALF_A_STEP * scale + SMALLEST;
            into[i] = agreed(matrix, row, i, into[i], value, rounding);
        }
    }

    private static double agreed(
            String matrix, long row, int column, double has, double written, double rounding) {
        if (!(Math.abs(written - has) <= rounding)) {
            throw new VerificationException(
                    "%s, row %d, column %d: the checkpoint has %s, the export %s"
                            .formatted(matrix, row, column, has, written));
        }
        return written;
    }

    /// Where the graph keeps a matrix of the checkpoint.
    ///
    /// @param first row of it there, of `rows`
    private record Place(String name, long first, long rows) {}

    private Place place(String matrix) {
        var heads = config.heads();
        int packed = heads.packedWidth();
        int keys = heads.queryWidth();
        int values = heads.queryWidth() + heads.keyValueWidth();
        String layer = matrix.substring(0, Math.max(0, matrix.indexOf("self_attn.")));
        return switch (matrix.substring(matrix.lastIndexOf('.') + 1)) {
            case "q_proj" -> new Place(layer + "qkv.weight", 0, packed);
            case "k_proj" -> new Place(layer + "qkv.weight", keys, packed);
            case "v_proj" -> new Place(layer + "qkv.weight", values, packed);
            case "o_proj" -> new Place(layer + "o.weight", 0, config.hidden());
            case "router" -> new Place(matrix + ".weight", 0, config.experts().count());
            default -> new Place(matrix + ".weight", 0, published.rows(matrix));
        };
    }

    @Override
    public long rows(String matrix) {
        return published.rows(matrix);
    }

    private boolean isHalf() {
        return precision.real() == ElementType.FLOAT16;
    }

    private double real(long from, long index) {
        return isHalf()
                ? Float.float16ToFloat(data.get(JAVA_SHORT_UNALIGNED, from + 2 * index))
                : data.get(JAVA_FLOAT_UNALIGNED, from + 4 * index);
    }

    private int eight(long from, long index) {
        return (data.get(JAVA_BYTE, from + index) & 0xFF) - 128;
    }

    private int four(long from, long index) {
        int pair = data.get(JAVA_BYTE, from + index / 2) & 0xFF;
        return (index % 2 == 0 ? pair & 15 : pair >> 4) - 8;
    }
}
