package dev.precept.contracts.policy;

/// `DRAFT → IN_REVIEW → APPROVED → RETIRED`; a declined version is a draft again.
public enum PolicyVersionStatus {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    RETIRED
}
