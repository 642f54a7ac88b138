package dev.precept.contracts.queue;

/// How urgent a job is. Waiting ages a job, so that a bulk job is never passed over for ever.
public enum Lane {
    /// Somebody waits for the answer.
    INTERACTIVE,
    /// Part of a batch.
    BULK,
    /// Measures a policy version or shadows one: after everything else, though never for ever.
    EVALUATION
}
