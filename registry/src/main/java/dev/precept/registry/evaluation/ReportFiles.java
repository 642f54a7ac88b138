package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.ComparedRuns;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.ReportFormat;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reports and comparisons as files. None holds a content.
@Component
class ReportFiles {

    private final Reports reports;
    private final Comparisons comparisons;
    private final JsonMapper json;
    private final Clock clock;

    ReportFiles(Reports reports, Comparisons comparisons, JsonMapper json, Clock clock) {
        this.reports = reports;
        this.comparisons = comparisons;
        this.json = json;
        this.clock = clock;
    }

    byte[] of(Evaluation run, ReportFormat format) {
        var report = reports.of(run);
        return switch (format) {
            case CSV -> ReportCsv.of(report);
            case JSON -> json(report);
            case PDF -> new ReportPdf(report, clock.instant()).bytes();
        };
    }

    byte[] of(Evaluation before, Evaluation now, ReportFormat format) {
        var compared =
                new ComparedRuns(
                        reports.of(before),
                        reports.of(now),
                        comparisons.compare(before.id(), now.id()));
        return switch (format) {
            case CSV -> ComparisonCsv.of(compared);
            case JSON -> json(compared);
            case PDF -> new ComparisonPdf(compared, clock.instant()).bytes();
        };
    }

    private byte[] json(Object report) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(report);
    }
}
