package dev.precept.registry.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationReport.Lengths;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.evaluation.Scores;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A report as rows of part, name, figure, value and, for shares, the interval and what it was
/// measured on.
final class ReportCsv {

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().build(text);

    private ReportCsv() {}

    static byte[] of(EvaluationReport report) {
        var csv = new ReportCsv();
        csv.write(report);
        try {
            csv.csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return csv.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(EvaluationReport report) {
        csv.writeRecord("part", "name", "figure", "value", "low", "high", "of");
        pinned(report);
        report.matrix()
                .forEach(cell ->
                        row(
                                "matrix",
                                cell.expected() + " said " + cell.said(),
                                "cases",
                                cell.cases()));
        share("overall", "", "accuracy", report.accuracy());
        scores("overall", Map.of("", report.overall()));
        scores("label", report.labels());
        scores("rule", report.rules());
        scores("language", report.languages());
        row("protected", "", "cases", report.protection().cases());
        row("protected", "", "wrong", report.protection().wrong());
        row("cost", "", "tokens", report.cost().tokens());
        row("cost", "", "seconds", report.cost().seconds());
        lengths("right", report.reasoning().right());
        lengths("wrong", report.reasoning().wrong());
    }

    private void pinned(EvaluationReport report) {
        var run = report.evaluation();
        row("run", "", "id", run.id());
        row("run", "", "state", run.state());
        row("run", "", "policy", run.policyVersion().slug());
        row("run", "", "version", run.policyVersion().number());
        row("run", "", "version sha256", run.policyVersion().sha256());
        switch (run.source()) {
            case EvaluationSource.Golden set -> {
                row("run", "", "golden set", set.number());
                row("run", "", "golden set sha256", set.sha256());
            }
            case EvaluationSource.Replay replay -> {
                row("run", "", "replayed at most", replay.count());
                row("run", "", "replayed since", replay.since());
            }
        }
        for (var model : report.models()) {
            row("model", model.name(), "digest", model.digest());
            row("model", model.name(), "runtime", model.runtime());
            model.settings().forEach((name, value) -> row("model", model.name(), name, value));
        }
        row("run", "", "cases", run.progress().cases());
        row("run", "", "judged", run.progress().judged());
        row("run", "", "failed", run.progress().failed());
    }

    private void scores(String part, Map<String, Scores> named) {
        named.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    var scores = entry.getValue();
                    row(part, entry.getKey(), "true positives", scores.truePositives());
                    row(part, entry.getKey(), "false positives", scores.falsePositives());
                    row(part, entry.getKey(), "false negatives", scores.falseNegatives());
                    row(part, entry.getKey(), "true negatives", scores.trueNegatives());
                    share(part, entry.getKey(), "precision", scores.precision());
                    share(part, entry.getKey(), "recall", scores.recall());
                    share(part, entry.getKey(), "f1", scores.f1());
                });
    }

    private void lengths(String name, Lengths lengths) {
        row("reasoning characters", name, "cases", lengths.cases());
        row("reasoning characters", name, "mean", lengths.mean());
        row("reasoning characters", name, "median", lengths.median());
        row("reasoning characters", name, "90th percentile", lengths.ninetieth());
        row("reasoning characters", name, "longest", lengths.longest());
    }

    private void share(String part, String name, String figure, Interval share) {
        csv.writeRecord(
                part,
                name,
                figure,
                Double.toString(share.value()),
                Double.toString(share.low()),
                Double.toString(share.high()),
                Integer.toString(share.of()));
    }

    private void row(String part, String name, String figure, @Nullable Object value) {
        csv.writeRecord(
                part,
                guarded(name),
                figure,
                value == null ? "" : guarded(value.toString()),
                "",
                "",
                "");
    }

    /// Names of models and settings come from workers: none may run as a formula.
    private static String guarded(String cell) {
        return cell.matches("[=+\\-@\\t\\r](?s:.*)") && !cell.matches("-?[0-9.E]+")
                ? "'" + cell
                : cell;
    }
}
