package dev.precept.registry.golden;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row as the file has it.
///
/// @param line that it starts on, from 1
/// @param cells by column; empty ones are left out
/// @param fault why it cannot be read, whatever the mapping
record FileRow(int line, Map<String, String> cells, @Nullable String fault) {

    /// Shows no contents.
    @Override
    public String toString() {
        return "FileRow[line " + line + "]";
    }
}
