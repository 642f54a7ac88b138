package dev.precept.registry.policy;

/// Published inside the transaction that gives a version a share of an alias's traffic before the
/// alias points at it; a listener that throws undoes that. What holds for a move of the alias
/// should hold for this too.
public record CandidateNamed(String slug, String alias, int number, String actor) {}
