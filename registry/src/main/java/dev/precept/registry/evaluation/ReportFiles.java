package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.ReportFormat;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reports as files. None holds a content.
@Component
class ReportFiles {

    private final Reports reports;
    private final JsonMapper json;
    private final Clock clock;

    ReportFiles(Reports reports, JsonMapper json, Clock clock) {
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    byte[] of(Evaluation run, ReportFormat format) {
        var report = reports.of(run);
        return switch (format) {
            case CSV -> ReportCsv.of(report);
            case JSON -> json.writerWithDefaultPrettyPrinter().writeValueAsBytes(report);
            case PDF -> new ReportPdf(report, clock.instant()).bytes();
        };
    }
}
