package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationReport.Lengths;
import dev.precept.contracts.evaluation.Scores;
import java.util.Map;

/// A report as rows.
final class ReportCsv {

    private final FigureCsv csv = new FigureCsv();

    private ReportCsv() {}

    static byte[] of(EvaluationReport report) {
        var csv = new ReportCsv();
        csv.write(report);
        return csv.csv.bytes();
    }

    private void write(EvaluationReport report) {
        csv.run("", report.evaluation());
        for (var model : report.models()) {
            csv.row("model", model.name(), "digest", model.digest());
            csv.row("model", model.name(), "runtime", model.runtime());
            model.settings().forEach((name, value) -> csv.row("model", model.name(), name, value));
        }
        report.matrix()
                .forEach(cell ->
                        csv.row(
                                "matrix",
                                cell.expected() + " said " + cell.said(),
                                "cases",
                                cell.cases()));
        csv.share("overall", "", "accuracy", report.accuracy());
        scores("overall", Map.of("", report.overall()));
        scores("label", report.labels());
        scores("rule", report.rules());
        scores("language", report.languages());
        csv.row("protected", "", "cases", report.protection().cases());
        csv.row("protected", "", "wrong", report.protection().wrong());
        csv.row("cost", "", "tokens", report.cost().tokens());
        csv.row("cost", "", "seconds", report.cost().seconds());
        lengths("right", report.reasoning().right());
        lengths("wrong", report.reasoning().wrong());
    }

    private void scores(String part, Map<String, Scores> named) {
        named.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    var scores = entry.getValue();
                    csv.row(part, entry.getKey(), "true positives", scores.truePositives());
                    csv.row(part, entry.getKey(), "false positives", scores.falsePositives());
                    csv.row(part, entry.getKey(), "false negatives", scores.falseNegatives());
                    csv.row(part, entry.getKey(), "true negatives", scores.trueNegatives());
                    csv.share(part, entry.getKey(), "precision", scores.precision());
                    csv.share(part, entry.getKey(), "recall", scores.recall());
                    csv.share(part, entry.getKey(), "f1", scores.f1());
                });
    }

    private void lengths(String name, Lengths lengths) {
        csv.row("reasoning characters", name, "cases", lengths.cases());
        csv.row("reasoning characters", name, "mean", lengths.mean());
        csv.row("reasoning characters", name, "median", lengths.median());
        csv.row("reasoning characters", name, "90th percentile", lengths.ninetieth());
        csv.row("reasoning characters", name, "longest", lengths.longest());
    }
}
