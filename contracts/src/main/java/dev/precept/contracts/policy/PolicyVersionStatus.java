package dev.precept.contracts.policy;

/// `DRAFT → IN_REVIEW → APPROVED → RETIRED`; a declined version is a draft again. A draft that goes
/// nowhere is `CLOSED`, and can be reopened.
public enum PolicyVersionStatus {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    RETIRED,
    CLOSED
}
