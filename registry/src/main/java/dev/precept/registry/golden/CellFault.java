package dev.precept.registry.golden;

import org.jspecify.annotations.Nullable;

/// Why a row cannot be read.
final class CellFault extends Exception {

    private static final long serialVersionUID = 1;

    private final @Nullable String column;

    /// @param column null for the row as a whole
    CellFault(@Nullable String column, String message) {
        super(message, null, false, false);
        this.column = column;
    }

    @Nullable String column() {
        return column;
    }
}
