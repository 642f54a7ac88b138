package dev.precept.contracts.policy;

/// Which verdicts of a policy go to a person.
///
/// @param confidenceBelow verdicts less sure than this, between 0 and 1
/// @param sampleRate the share of all others, drawn at random, between 0 and 1
public record ReviewThresholds(double confidenceBelow, double sampleRate) {

    public ReviewThresholds {
        requireShare("confidence_below", confidenceBelow);
        requireShare("sample_rate", sampleRate);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + "; give 0 to 1");
        }
    }
}
