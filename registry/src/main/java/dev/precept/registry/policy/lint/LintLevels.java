package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.LintLevel;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Severity;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.LintCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How grave an organisation takes each finding, where that is not usual.
public record LintLevels(Map<LintCode, LintLevel> changed) {

    /// Nothing is changed.
    public static final LintLevels USUAL = new LintLevels(Map.of());

    public LintLevels {
        changed = Map.copyOf(changed);
    }

    public LintLevel of(LintCode code) {
        return code.fixed() ? usual(code) : changed.getOrDefault(code, usual(code));
    }

    /// Where nobody has changed it.
    public static LintLevel usual(LintCode code) {
        return switch (code.severity()) {
            case ERROR -> LintLevel.ERROR;
            case WARNING -> LintLevel.WARNING;
            case ADVICE -> LintLevel.ADVICE;
        };
    }

    /// The findings that count, of each severity no more than a person can use.
    List<Finding> apply(List<Finding> found) {
        var counts = new EnumMap<Severity, Integer>(Severity.class);
        var kept = new ArrayList<Finding>();
        for (var finding : found) {
            switch (of(LintCode.of(finding.code()).orElseThrow())) {
                case OFF -> {}
                case ADVICE -> keep(finding, Severity.ADVICE, counts, kept);
                case WARNING -> keep(finding, Severity.WARNING, counts, kept);
                case ERROR -> keep(finding, Severity.ERROR, counts, kept);
            }
        }
        kept.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::severity));
        return kept;
    }

    private static void keep(
            Finding finding, Severity severity, Map<Severity, Integer> counts, List<Finding> kept) {
        if (Objects.requireNonNull(counts.merge(severity, 1, Integer::sum)) <= Findings.MOST) {
            kept.add(
                    new Finding(
                            finding.line(),
                            finding.column(),
                            finding.end(),
                            severity,
                            finding.code(),
                            finding.message(),
                            finding.why(),
                            finding.suggestion(),
                            finding.fix()));
        }
    }
}
