package dev.precept.contracts.policy;

import java.util.List;

/// What the linter found in a policy document.
///
/// @param tokens of the document's body under o200k
public record LintReport(List<Finding> findings, int tokens) {

    public LintReport {
        findings = List.copyOf(findings);
    }

    /// Whether the version may be submitted.
    public boolean submittable() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /// How grave a finding is; an error blocks submission.
    public enum Severity {
        ERROR,
        WARNING,
        ADVICE
    }

    /// One finding.
    ///
    /// @param line from 1
    /// @param code stable, in kebab case
    /// @param message what is wrong
    /// @param suggestion what to do about it
    public record Finding(
            int line, Severity severity, String code, String message, String suggestion) {}
}
