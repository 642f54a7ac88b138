package dev.precept.contracts.policy;

import org.jspecify.annotations.Nullable;

/// Where a rule of an earlier version went.
///
/// @param id that is gone
/// @param by the rule that stands for it now; null for none
/// @param because why it is gone; empty where another rule stands for it
public record Replacement(String id, @Nullable String by, String because) {}
