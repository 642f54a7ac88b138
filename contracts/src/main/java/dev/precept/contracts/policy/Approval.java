package dev.precept.contracts.policy;

/// Approves a version, bound to what the approver saw.
///
/// @param sha256 of the bundle that was read; a version that differs is refused
public record Approval(String sha256, String comment) {}
