package dev.precept.contracts.rollout;

import org.jspecify.annotations.Nullable;

/// Another share of traffic.
///
/// @param share in percent, 1 to 100, also a smaller one; null takes the next step
public record RolloutStep(@Nullable Integer share, @Nullable String reason) {}
