package dev.precept.contracts.policy;

/// How grave an organisation takes what the linter finds; an error keeps a version from being
/// submitted.
public enum LintLevel {
    OFF,
    ADVICE,
    WARNING,
    ERROR
}
