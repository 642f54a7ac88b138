package dev.precept.inference.engine;

import java.util.Locale;

/// What the engine takes of a memory, decided before anything is allocated and never exceeded.
///
/// Where not everything fits, the prefixes give way first, then the rows, then the context.
///
/// @param rows sequences at a time
/// @param context positions a row
/// @param prefixBytes for kept prefixes
public record MemoryPlan(Footprint model, int rows, int context, long prefixBytes, long available) {

    /// Below this no policy and content fit.
    public static final int LEAST_CONTEXT = 1_024;

    /// Bytes that a model needs.
    ///
    /// @param workspace for one pass, the largest of prefill and decode
    /// @param position keys and values of one position, in all layers that keep every position
    /// @param row keys and values of a row whatever its length: layers with a sliding window
    public record Footprint(long weights, long workspace, long position, long row) {

        long rows(int rows, int context) {
            return rows * (row + position * context);
        }

        long fixed() {
            return weights + workspace;
        }
    }

    /// What is asked for.
    public record Wanted(int rows, int context, long prefixBytes) {}

    /// @param available bytes of the memory that may be taken
    /// @throws DecoderException if not even one row of [#LEAST_CONTEXT] positions fits
    public static MemoryPlan of(Footprint model, Wanted wanted, long available) {
        long room = available - model.fixed();
        int context = wanted.context();
        int rows = wanted.rows();
        while (rows > 1 && model.rows(rows, context) > room) {
            rows--;
        }
        while (model.rows(rows, context) > room && context > LEAST_CONTEXT) {
            context = Math.max(LEAST_CONTEXT, context / 2);
        }
        long left = room - model.rows(rows, context);
        if (left < 0) {
            throw new DecoderException(
                    ("the model needs %s for its weights, %s to compute and %s for one row of %d positions;"
                                    + " %s are available. Use a model of lower precision or more memory.")
                            .formatted(
                                    size(model.weights()),
                                    size(model.workspace()),
                                    size(model.rows(1, LEAST_CONTEXT)),
                                    LEAST_CONTEXT,
                                    size(available)));
        }
        return new MemoryPlan(
                model, rows, context, Math.min(left, wanted.prefixBytes()), available);
    }

    public long total() {
        return model.fixed() + model.rows(rows, context) + prefixBytes;
    }

    /// One line for the log.
    public String described() {
        return "weights %s + workspace %s + %d rows of %d positions %s + prefixes %s = %s of %s"
                .formatted(
                        size(model.weights()),
                        size(model.workspace()),
                        rows,
                        context,
                        size(model.rows(rows, context)),
                        size(prefixBytes),
                        size(total()),
                        size(available));
    }

    private static String size(long bytes) {
        return bytes < 1L << 30
                ? String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20))
                : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1 << 30));
    }
}
