package dev.precept.contracts.evaluation;

/// A comparison as it is filed, with what each run measured and was bound to.
public record ComparedRuns(EvaluationReport before, EvaluationReport now, Comparison comparison) {}
