package dev.precept.contracts.policy;

import dev.precept.contracts.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/// What the policy should say of a golden case.
public record GoldenExpectation(Outcome outcome, @Nullable String label, @Nullable String ruleId) {}
