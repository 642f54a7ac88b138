package dev.precept.contracts.evaluation;

/// Two runs beside each other, over the cases that both have judged.
///
/// @param flips cases whose outcome differs
/// @param broken right before, wrong now
/// @param mended wrong before, right now
/// @param mcNemar two-sided p-value of the exact test on broken and mended
public record Comparison(
        EvaluationId before,
        EvaluationId now,
        int shared,
        int flips,
        int broken,
        int mended,
        double mcNemar) {}
