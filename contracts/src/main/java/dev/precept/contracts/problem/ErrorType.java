package dev.precept.contracts.problem;

/// Who can mend an error: the caller, nobody, or time.
public enum ErrorType {
    /// The request is wrong; the same request fails again.
    USER_ERROR,
    /// The request was right, but the world moved; look again and repeat.
    CONFLICT,
    /// There is not enough room now; repeat after the time given.
    INSUFFICIENT_RESOURCES,
    /// A fault of ours.
    INTERNAL_ERROR
}
