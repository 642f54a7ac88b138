package dev.precept.contracts.policy;

/// A text to be looked over without saving it.
public record LintRequest(String text) {}
