package dev.precept.inference.export;

import dev.precept.inference.onnx.ElementType;
import java.util.List;

/// Matrices `[rows, columns]` one below the other, as checkpoints store linear layers: a row for
/// each output.
record Rows(List<Weights> parts, int rows, int columns) {

    static Rows of(int columns, Weights... parts) {
        long all = 0;
        for (var part : parts) {
            all += part.size();
        }
        return new Rows(List.of(parts), Math.toIntExact(all / columns), columns);
    }

    /// Hears of every row with the weights that hold it and its first index there.
    interface Visitor {

        void row(int row, Weights weights, long first);
    }

    void forEach(Visitor visitor) {
        int row = 0;
        for (var part : parts) {
            for (long first = 0; first < part.size(); first += columns) {
                visitor.row(row++, part, first);
            }
        }
    }

    /// As `MatMul` wants its second factor: `[columns, rows]`.
    Initializer.Fill transposed(ElementType type) {
        return target -> {
            var reals = new Reals(target, type);
            forEach((row, weights, first) -> {
                for (int column = 0; column < columns; column++) {
                    reals.set((long) column * rows + row, weights.real(first + column));
                }
            });
        };
    }
}
