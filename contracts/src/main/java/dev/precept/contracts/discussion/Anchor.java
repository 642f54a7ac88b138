package dev.precept.contracts.discussion;

import org.jspecify.annotations.Nullable;

/// What a thread is about: a line, a rule, or with neither the whole version.
///
/// @param line from 1, of the document as it stood
/// @param rule an id of the version
public record Anchor(@Nullable Integer line, @Nullable String rule) {}
