package dev.precept.contracts.policy;

/// One clause of a policy.
///
/// @param id stable within the policy, for example `SP2` or `SP-A1`
/// @param line where the clause starts in the document, from 1
public record Rule(String id, Side side, String text, int line) {

    /// Which section a clause stands in.
    public enum Side {
        VIOLATES,
        SAFE
    }
}
