package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects findings, of each code no more than a person can use.
public final class Findings {

    /// How many of each code are kept.
    public static final int MOST = 100;

    private final Map<LintCode, Integer> counts = new EnumMap<>(LintCode.class);
    private final List<Finding> found = new ArrayList<>();

    /// What was found before, by a reader of the document.
    public Findings(List<Finding> before) {
        found.addAll(before);
    }

    Findings() {}

    public void add(int line, LintCode code, String message, String suggestion) {
        add(Place.wholeLine(line), code, message, suggestion, null);
    }

    /// @param fix null where it takes a person to mend it
    public void add(Place at, LintCode code, String message, String suggestion, @Nullable Fix fix) {
        if (counts.merge(code, 1, Integer::sum) <= MOST) {
            found.add(
                    new Finding(
                            at.line(),
                            at.column(),
                            at.end(),
                            code.severity(),
                            code.wireName(),
                            message,
                            code.why(),
                            suggestion,
                            fix));
        }
    }

    /// By line; of one line, the gravest first.
    public List<Finding> inOrder() {
        return found.stream()
                .sorted(
                        Comparator.comparingInt(Finding::line)
                                .thenComparing(Finding::severity)
                                .thenComparingInt(Finding::column))
                .toList();
    }
}
