package dev.precept.contracts.review;

/// Why a verdict went to a person.
public enum CaseReason {
    LOW_CONFIDENCE,
    UNDETERMINED,
    QUALITY_SAMPLE
}
