package dev.precept.contracts.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// One finding. Columns count UTF-16 units, as text fields of browsers and Java do.
    ///
    /// @param line from 1
    /// @param column where it starts on that line, from 1
    /// @param end the column behind its last character
    /// @param code stable, in kebab case
    /// @param message what is wrong
    /// @param why what it does to verdicts
    /// @param suggestion what to do about it
    /// @param fix null where it takes a person to mend it
    public record Finding(
            int line,
            int column,
            int end,
            Severity severity,
            String code,
            String message,
            String why,
            String suggestion,
            @Nullable Fix fix) {}

    /// A change of the text that mends a finding.
    ///
    /// @param title what it does, as a button says it
    /// @param endLine and `endColumn`: behind the last character that is replaced
    /// @param text that stands there instead
    public record Fix(String title, int line, int column, int endLine, int endColumn, String text) {

        /// The document with this change.
        ///
        /// @throws IllegalArgumentException if the document has no such place
        public String applyTo(String document) {
            int from = offset(document, line, column);
            int to = offset(document, endLine, endColumn);
            if (to < from) {
                throw new IllegalArgumentException(
                        "line %d, column %d is before line %d, column %d"
                                .formatted(endLine, endColumn, line, column));
            }
            return document.substring(0, from) + text + document.substring(to);
        }

        private static int offset(String document, int line, int column) {
            int at = document.startsWith("\uFEFF") ? 1 : 0;
            for (int passed = 1; passed < line; passed++) {
                at = nextLine(document, at);
            }
            int offset = at + column - 1;
            if (at < 0 || offset > document.length()) {
                throw new IllegalArgumentException(
                        "the document has no line %d, column %d".formatted(line, column));
            }
            return offset;
        }

        private static int nextLine(String document, int from) {
            for (int at = Math.max(0, from); at < document.length(); at++) {
                char here = document.charAt(at);
                if (here == '\r' && at + 1 < document.length() && document.charAt(at + 1) == '\n') {
                    return at + 2;
                }
                if (here == '\n' || here == '\r') {
                    return at + 1;
                }
            }
            throw new IllegalArgumentException("the document has fewer lines");
        }
    }
}
