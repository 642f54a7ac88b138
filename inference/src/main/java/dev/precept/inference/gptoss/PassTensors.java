package dev.precept.inference.gptoss;

import dev.precept.inference.onnx.OrtTensor;
import org.jspecify.annotations.Nullable;

/// Handles on one memory, one for each shape that a pass can have, made when first needed.
///
/// A pass has one token of each of several rows, or several tokens of one row.
final class PassTensors implements AutoCloseable {

    /// Makes the handle for a shape.
    interface Maker {
        OrtTensor of(int rows, int tokensEach);
    }

    private final Maker maker;
    private final @Nullable OrtTensor[] byRows;
    private final @Nullable OrtTensor[] byTokens;

    PassTensors(int mostRows, int mostTokens, Maker maker) {
        this.maker = maker;
        this.byRows = new OrtTensor[mostRows + 1];
        this.byTokens = new OrtTensor[mostTokens + 1];
    }

    OrtTensor of(int rows, int tokensEach) {
        var kept = rows == 1 ? byTokens : byRows;
        int at = rows == 1 ? tokensEach : rows;
        var known = kept[at];
        if (known == null) {
            known = maker.of(rows, tokensEach);
            kept[at] = known;
        }
        return known;
    }

    /// Bindings that use them have to be closed before.
    @Override
    public void close() {
        close(byRows);
        close(byTokens);
    }

    private static void close(@Nullable OrtTensor[] tensors) {
        for (var tensor : tensors) {
            if (tensor != null) {
                tensor.close();
            }
        }
    }
}
