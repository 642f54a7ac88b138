package dev.precept.contracts.correction;

/// A text as a vector of length 1.
///
/// @param key of the text
public record Embedding(String key, float[] vector) {}
