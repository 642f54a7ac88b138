package dev.precept.contracts.verdict;

/// What a policy says of an item.
public enum Outcome {
    VIOLATES,
    SAFE,
    /// The engine could not tell, or its answer was cut short or unreadable. Never treated as safe.
    UNDETERMINED
}
