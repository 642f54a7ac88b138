package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects findings.
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void error(int line, String code, String message, String suggestion) {
        found.add(new Finding(line, Severity.ERROR, code, message, suggestion));
    }

    void warning(int line, String code, String message, String suggestion) {
        found.add(new Finding(line, Severity.WARNING, code, message, suggestion));
    }

    void advice(int line, String code, String message, String suggestion) {
        found.add(new Finding(line, Severity.ADVICE, code, message, suggestion));
    }

    void addAll(List<Finding> others) {
        found.addAll(others);
    }

    /// By line; of one line, the gravest first.
    List<Finding> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparing(Finding::severity))
                .toList();
    }
}
