package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.LintReport.Fix;

/// Mechanical changes of a text.
public final class Fixes {

    private Fixes() {}

    public static Fix replace(String title, Place at, String text) {
        return new Fix(title, at.line(), at.column(), at.line(), at.end(), text);
    }

    /// @param line that the new lines come before
    public static Fix insertBefore(String title, int line, String lines) {
        return new Fix(title, line, 1, line, 1, lines);
    }
}
