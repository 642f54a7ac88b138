package dev.precept.contracts.rollout;

import org.jspecify.annotations.Nullable;

/// Why somebody does something to a rollout; kept in its history.
public record RolloutAction(@Nullable String reason) {}
