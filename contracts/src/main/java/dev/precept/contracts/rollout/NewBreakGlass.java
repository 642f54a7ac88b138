package dev.precept.contracts.rollout;

/// Activates a version although gates are closed.
///
/// @param version approved; approval is never skipped
/// @param reason at least 10 characters
/// @param hours until it expires, 1 to 168
public record NewBreakGlass(int version, String reason, int hours) {

    public static final int MAX_HOURS = 168;
    public static final int LEAST_REASON = 10;
}
