package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationReport.Lengths;
import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.evaluation.Scores;
import dev.precept.contracts.verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A report as pages that an auditor prints and files: what was pinned, with hashes; the matrix;
/// figures with their intervals, per label, rule and language. No content.
final class ReportPdf {

    /// An interval stands on one line, and a name has what is left.
    private static final float[] SCORES = {11, 4, 4, 4, 9, 9, 9};

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final EvaluationReport report;
    private final PdfPages pages;

    ReportPdf(EvaluationReport report, Instant printedAt) {
        this.report = report;
        var version = report.evaluation().policyVersion();
        this.pages =
                new PdfPages(
                        "Evaluation of %s, version %d".formatted(version.slug(), version.number()),
                        "Evaluation %s · printed %s"
                                .formatted(report.evaluation().id(), PinnedFacts.time(printedAt)));
    }

    byte[] bytes() {
        pinned();
        overall();
        matrix();
        scores("Labels", report.labels());
        scores("Rules", report.rules());
        scores("Languages (und: not known)", report.languages());
        rest();
        return pages.close();
    }

    private void pinned() {
        pages.heading("What was pinned");
        pages.facts(PinnedFacts.of(report));
    }

    private void overall() {
        pages.heading("Figures");
        pages.text(
                "Of VIOLATES; what is UNDETERMINED counts as not found. Intervals are Wilson's at 95 %.");
        pages.table(
                new float[] {3, 2, 2, 2, 2},
                List.of("Figure", "Value", "From", "To", "Measured on"),
                List.of(
                        share("Accuracy", report.accuracy()),
                        share("Precision", report.overall().precision()),
                        share("Recall", report.overall().recall()),
                        share("F1", report.overall().f1())));
    }

    private void matrix() {
        pages.heading("Confusion matrix");
        var rows = new ArrayList<List<String>>();
        for (var expected : Outcome.values()) {
            var row = new ArrayList<String>();
            row.add("expected " + expected);
            for (var said : Outcome.values()) {
                row.add(
                        count(
                                report.matrix().stream()
                                        .filter(cell ->
                                                cell.expected() == expected && cell.said() == said)
                                        .mapToInt(EvaluationReport.Cell::cases)
                                        .sum()));
            }
            rows.add(row);
        }
        var header = new ArrayList<String>();
        header.add("");
        for (var said : Outcome.values()) {
            header.add("said " + said);
        }
        pages.table(new float[] {3, 2, 2, 2}, header, rows);
    }

    private void scores(String heading, Map<String, Scores> named) {
        if (named.isEmpty()) {
            return;
        }
        pages.heading(heading);
        pages.table(
                SCORES,
                List.of("Name", "Right", "False", "Missed", "Precision", "Recall", "F1"),
                named.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(ReportPdf::inOrder))
                        .map(entry -> scores(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /// As people count: SP2 before SP10.
    private static int inOrder(String one, String other) {
        return padded(one).compareTo(padded(other));
    }

    private static String padded(String name) {
        return NUMBER.matcher(name)
                .replaceAll(digits ->
                        "0".repeat(Math.max(0, 9 - digits.group().length())) + digits.group());
    }

    private static List<String> scores(String name, Scores scores) {
        return List.of(
                name,
                count(scores.truePositives()),
                count(scores.falsePositives()),
                count(scores.falseNegatives()),
                around(scores.precision()),
                around(scores.recall()),
                around(scores.f1()));
    }

    private void rest() {
        pages.heading("Protected cases, reasoning and cost");
        var cost = report.cost();
        pages.facts(
                List.of(
                        List.of(
                                "Protected cases judged wrong",
                                "%s of %s"
                                        .formatted(
                                                count(report.protection().wrong()),
                                                count(report.protection().cases()))),
                        List.of("Reasoning where right", lengths(report.reasoning().right())),
                        List.of("Reasoning where wrong", lengths(report.reasoning().wrong())),
                        List.of("Tokens", String.format(Locale.ROOT, "%,d", cost.tokens())),
                        List.of(
                                "Seconds of inference",
                                String.format(Locale.ROOT, "%,.1f", cost.seconds()))));
    }

    private static String lengths(Lengths lengths) {
        return lengths.cases() == 0
                ? "no cases"
                : String.format(
                        Locale.ROOT,
                        "%,d characters in the median, %,d at the 90th percentile, %,d at most (%,d cases)",
                        lengths.median(),
                        lengths.ninetieth(),
                        lengths.longest(),
                        lengths.cases());
    }

    private static List<String> share(String name, Interval share) {
        return List.of(
                name,
                part(share.value()),
                part(share.low()),
                part(share.high()),
                count(share.of()));
    }

    private static String around(Interval share) {
        return share.of() == 0
                ? "not measured"
                : "%s (%s–%s)"
                        .formatted(part(share.value()), part(share.low()), part(share.high()));
    }

    private static String part(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static String count(int cases) {
        return String.format(Locale.ROOT, "%,d", cases);
    }
}
