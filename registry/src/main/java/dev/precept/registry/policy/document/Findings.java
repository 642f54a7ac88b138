package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects findings, of each severity no more than a person can use.
final class Findings {

    /// How many of each severity are kept.
    static final int MOST = 100;

    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    private final List<Finding> found = new ArrayList<>();

    void error(int line, String code, String message, String suggestion) {
        add(new Finding(line, Severity.ERROR, code, message, suggestion));
    }

    void warning(int line, String code, String message, String suggestion) {
        add(new Finding(line, Severity.WARNING, code, message, suggestion));
    }

    void advice(int line, String code, String message, String suggestion) {
        add(new Finding(line, Severity.ADVICE, code, message, suggestion));
    }

    void addAll(List<Finding> others) {
        others.forEach(this::add);
    }

    private void add(Finding finding) {
        if (counts.merge(finding.severity(), 1, Integer::sum) <= MOST) {
            found.add(finding);
        }
    }

    /// By line; of one line, the gravest first.
    List<Finding> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparing(Finding::severity))
                .toList();
    }
}
