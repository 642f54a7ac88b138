package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.ComparedRuns;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A comparison as pages: what both runs were bound to, their figures, the flips by kind and
/// McNemar's test. No content.
final class ComparisonPdf {

    private final ComparedRuns compared;
    private final PdfPages pages;

    ComparisonPdf(ComparedRuns compared, Instant printedAt) {
        this.compared = compared;
        var before = compared.before().evaluation();
        var now = compared.now().evaluation();
        this.pages =
                new PdfPages(
                        "%s: version %d against version %d"
                                .formatted(
                                        now.policyVersion().slug(),
                                        now.policyVersion().number(),
                                        before.policyVersion().number()),
                        "Evaluations %s and %s · printed %s"
                                .formatted(before.id(), now.id(), PinnedFacts.time(printedAt)));
    }

    byte[] bytes() {
        changes();
        figures();
        pages.heading("What was pinned before");
        pages.facts(PinnedFacts.of(compared.before()));
        pages.heading("What was pinned now");
        pages.facts(PinnedFacts.of(compared.now()));
        return pages.close();
    }

    private void changes() {
        var comparison = compared.comparison();
        pages.heading("What changed");
        pages.facts(
                List.of(
                        List.of("Cases in both runs", count(comparison.shared())),
                        List.of("Flipped", count(comparison.flips())),
                        List.of("Right before, wrong now", count(comparison.broken())),
                        List.of("Wrong before, right now", count(comparison.mended())),
                        List.of(
                                "McNemar's exact test, two-sided",
                                String.format(Locale.ROOT, "p = %.4f", comparison.mcNemar()))));
        if (!comparison.kinds().isEmpty()) {
            pages.table(
                    new float[] {4, 3, 2},
                    List.of("Was, is", "Change", "Cases"),
                    comparison.kinds().stream()
                            .map(kind ->
                                    List.of(
                                            kind.was() + ", " + kind.is(),
                                            kind.change().name(),
                                            count(kind.cases())))
                            .toList());
        }
    }

    private void figures() {
        pages.heading("Figures");
        pages.text("Of VIOLATES, over all cases of each run; intervals are Wilson's at 95 %.");
        pages.table(
                new float[] {3, 4, 4},
                List.of("Figure", "Before", "Now"),
                List.of(
                        row("Accuracy", EvaluationReport::accuracy),
                        row("Precision", report -> report.overall().precision()),
                        row("Recall", report -> report.overall().recall()),
                        row("F1", report -> report.overall().f1())));
    }

    private List<String> row(String name, Function<EvaluationReport, Interval> share) {
        return List.of(
                name, around(share.apply(compared.before())), around(share.apply(compared.now())));
    }

    private static String around(Interval share) {
        return share.of() == 0
                ? "not measured"
                : String.format(
                        Locale.ROOT,
                        "%.3f (%.3f–%.3f) on %,d",
                        share.value(),
                        share.low(),
                        share.high(),
                        share.of());
    }

    private static String count(int cases) {
        return String.format(Locale.ROOT, "%,d", cases);
    }
}
