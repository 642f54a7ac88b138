package dev.precept.contracts.evaluation;

/// Asks for a run of one version; a draft is pinned as it stands saved.
public record NewEvaluation(int version, EvaluationSource source) {}
