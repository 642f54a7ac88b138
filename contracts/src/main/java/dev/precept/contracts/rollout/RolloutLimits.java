package dev.precept.contracts.rollout;

/// When a rollout halts by itself: as soon as the lower end of the 99 % interval of a rate is above
/// its limit.
///
/// @param disagreement share of the compared items on which the outcomes differ, 0 to 1
/// @param undetermined share of the candidate's verdicts that are UNDETERMINED, 0 to 1
/// @param minimum items before anything is concluded
public record RolloutLimits(double disagreement, double undetermined, int minimum) {

    public static final RolloutLimits DEFAULT = new RolloutLimits(0.05, 0.10, 50);
}
