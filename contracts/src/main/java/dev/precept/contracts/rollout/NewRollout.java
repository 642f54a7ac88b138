package dev.precept.contracts.rollout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rollout to be started at its first step.
///
/// @param alias null for `live`
/// @param candidate number of an approved version
/// @param steps ascending shares in percent, 1 to 100; null for 1, 5, 25, 50
/// @param stepMinutes after which the next step is taken by itself; null leaves steps to people
/// @param limits null for [RolloutLimits#DEFAULT]
public record NewRollout(
        @Nullable String alias,
        Rollout.Kind kind,
        int candidate,
        @Nullable List<Integer> steps,
        @Nullable Integer stepMinutes,
        @Nullable RolloutLimits limits,
        @Nullable String reason) {

    public static final List<Integer> DEFAULT_STEPS = List.of(1, 5, 25, 50);
    public static final int MAX_STEPS = 20;
}
