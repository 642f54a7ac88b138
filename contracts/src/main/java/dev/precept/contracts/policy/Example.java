package dev.precept.contracts.policy;

/// An example that the policy itself gives.
///
/// @param ruleId the rule that it illustrates
/// @param line where it starts in the document, from 1
public record Example(Rule.Side side, String ruleId, String text, int line) {}
