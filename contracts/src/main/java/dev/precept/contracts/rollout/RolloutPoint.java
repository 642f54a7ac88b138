package dev.precept.contracts.rollout;

import java.time.Instant;

/// What was seen in a span of time.
///
/// @param from start of the span
/// @param seconds its length
/// @param judged by the candidate
/// @param undetermined of those
/// @param compared judged by both
/// @param disagreed of those
public record RolloutPoint(
        Instant from, long seconds, int judged, int undetermined, int compared, int disagreed) {}
