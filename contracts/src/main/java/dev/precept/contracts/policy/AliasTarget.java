package dev.precept.contracts.policy;

/// Where an alias shall point.
public record AliasTarget(int number) {}
