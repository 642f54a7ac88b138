package dev.precept.contracts.review;

/// What a person says of a verdict.
public enum DecisionKind {
    /// The verdict is right.
    UPHOLD,
    /// The verdict is wrong; the decision says what is right.
    OVERTURN,
    /// Someone with more say must look.
    ESCALATE
}
