package dev.precept.contracts.policy;

/// Asks for a new policy.
///
/// @param slug 2 to 63 of `a-z`, `0-9` and `-`, a letter first
public record NewPolicy(String slug, String name, String description, String owningTeam) {}
