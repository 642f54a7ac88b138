package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.ComparedRuns;
import dev.precept.contracts.evaluation.EvaluationReport;

/// A comparison as rows.
final class ComparisonCsv {

    private ComparisonCsv() {}

    static byte[] of(ComparedRuns compared) {
        var csv = new FigureCsv();
        run(csv, "before", compared.before());
        run(csv, "now", compared.now());
        var comparison = compared.comparison();
        csv.row("comparison", "", "shared cases", comparison.shared());
        csv.row("comparison", "", "flips", comparison.flips());
        csv.row("comparison", "", "broken", comparison.broken());
        csv.row("comparison", "", "mended", comparison.mended());
        csv.row("comparison", "", "McNemar p", comparison.mcNemar());
        comparison
                .kinds()
                .forEach(kind ->
                        csv.row(
                                "flips",
                                "%s to %s".formatted(kind.was(), kind.is()),
                                kind.change().name(),
                                kind.cases()));
        return csv.bytes();
    }

    private static void run(FigureCsv csv, String name, EvaluationReport report) {
        csv.run(name, report.evaluation());
        report.models()
                .forEach(
                        model -> csv.row("run", name, "digest of " + model.name(), model.digest()));
        csv.share("overall", name, "accuracy", report.accuracy());
        csv.share("overall", name, "precision", report.overall().precision());
        csv.share("overall", name, "recall", report.overall().recall());
        csv.share("overall", name, "f1", report.overall().f1());
    }
}
