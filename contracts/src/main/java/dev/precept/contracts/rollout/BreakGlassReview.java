package dev.precept.contracts.rollout;

/// Says afterwards whether it was right.
///
/// @param accepted false sends the alias back at once if it still points there
/// @param note not empty
public record BreakGlassReview(boolean accepted, String note) {}
