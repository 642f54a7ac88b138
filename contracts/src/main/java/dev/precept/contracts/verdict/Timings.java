package dev.precept.contracts.verdict;

/// Where the time of a verdict went, in milliseconds.
///
/// @param queuedMillis from submission to the lease that produced the verdict
/// @param inferenceMillis in the engine
/// @param totalMillis from submission to the verdict's record
public record Timings(long queuedMillis, long inferenceMillis, long totalMillis) {}
