package dev.precept.console.evaluations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.registry.RegistryFiles;
import dev.precept.console.ui.FileLink;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.ReportFormat;
import java.util.Locale;
import java.util.Map;

/// The report of a run as files: figures and what was pinned, never contents.
final class ReportLinks extends Div {

    private static final long serialVersionUID = 1L;

    ReportLinks(RegistryFiles files, Evaluation run) {
        addClassName("report-links");
        add(new Span("Report as"));
        var version = run.policyVersion();
        for (var format : ReportFormat.values()) {
            var name =
                    "%s-%d-evaluation.%s"
                            .formatted(
                                    version.slug(),
                                    version.number(),
                                    format.name().toLowerCase(Locale.ROOT));
            add(
                    new FileLink(
                            files,
                            format.name(),
                            name,
                            "/v1/evaluations/{id}/report/file?format={format}",
                            Map.of("id", run.id().toString(), "format", format.name())));
        }
    }
}
