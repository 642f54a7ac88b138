package dev.precept.contracts.evaluation;

/// How well something was found. What is UNDETERMINED counts as not found.
///
/// @param f1 its interval is that of the share of hits among all that was expected or found, which
///   F1 grows with
public record Scores(
        int truePositives,
        int falsePositives,
        int falseNegatives,
        int trueNegatives,
        Interval precision,
        Interval recall,
        Interval f1) {}
