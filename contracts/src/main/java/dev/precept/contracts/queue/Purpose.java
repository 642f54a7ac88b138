package dev.precept.contracts.queue;

/// What a job's verdict is for.
public enum Purpose {
    /// Traffic: the verdict counts, and may become a case.
    LIVE,
    /// Somebody tries a policy out: the verdict is shown and never becomes a case.
    PLAYGROUND,
    /// A policy version is measured: the verdict belongs to an evaluation and has no effect.
    EVALUATION,
    /// Another version judges an item beside the one that answers: the verdict is only compared.
    SHADOW
}
