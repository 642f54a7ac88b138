package dev.precept.contracts.intake;

import org.jspecify.annotations.Nullable;

/// A line that was not accepted; or, with `upload-broken`, how far a broken upload came.
///
/// @param line from 1
/// @param customId if the line had a readable one
/// @param code from the error catalogue
public record BatchLineError(int line, @Nullable String customId, String code, String detail) {}
