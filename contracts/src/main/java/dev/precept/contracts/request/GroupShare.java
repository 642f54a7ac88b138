package dev.precept.contracts.request;

/// A group that is asked.
///
/// @param group as the identity provider names it, without a slash in front
/// @param approvals that must come from its members, 1 to 6; whoever is in two groups counts in
///   both
public record GroupShare(String group, int approvals) {}
