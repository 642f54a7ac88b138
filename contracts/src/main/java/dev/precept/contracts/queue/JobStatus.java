package dev.precept.contracts.queue;

/// `QUEUED → LEASED → DONE | DEAD`, or `CANCELLED` from either of the first two.
public enum JobStatus {
    QUEUED,
    LEASED,
    DONE,
    DEAD,
    CANCELLED
}
