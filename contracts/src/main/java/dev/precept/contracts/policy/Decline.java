package dev.precept.contracts.policy;

/// Sends a version back to its author.
public record Decline(String reason) {}
