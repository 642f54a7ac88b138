package dev.precept.contracts.review;

/// `OPEN → CLAIMED → DECIDED`; an escalated case is open again, for review leads only.
public enum CaseState {
    OPEN,
    CLAIMED,
    ESCALATED,
    DECIDED
}
