package dev.precept.console.evaluations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.registry.RegistryFiles;
import dev.precept.console.ui.FileLink;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.ReportFormat;
import dev.precept.contracts.golden.GoldenUpload.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run or a comparison is as files, one link a form.
final class ReportLinks extends Div {

    private static final long serialVersionUID = 1L;

    /// @param path a URI template of the registry, to which the format is added
    private ReportLinks(
            RegistryFiles files,
            String title,
            List<String> formats,
            String name,
            String path,
            Map<String, String> variables) {
        addClassName("report-links");
        add(new Span(title));
        for (var format : formats) {
            add(
                    new FileLink(
                            files,
                            format,
                            name + "." + format.toLowerCase(Locale.ROOT),
                            path + "?format=" + format,
                            variables));
        }
    }

    /// The report of a run: figures and what was pinned, never contents.
    static ReportLinks of(RegistryFiles files, Evaluation run) {
        return new ReportLinks(
                files,
                "Report as",
                names(ReportFormat.values()),
                name(run) + "-evaluation",
                "/v1/evaluations/{id}/report/file",
                Map.of("id", run.id().toString()));
    }

    /// A comparison: figures and McNemar's test, never contents.
    static ReportLinks of(RegistryFiles files, RunPair pair) {
        return new ReportLinks(
                files,
                "Comparison as",
                names(ReportFormat.values()),
                name(pair.now()) + "-comparison",
                "/v1/evaluations/{id}/comparison/{before}/file",
                ids(pair));
    }

    /// The flips with their contents, for those who may see them.
    static ReportLinks ofFlips(RegistryFiles files, RunPair pair) {
        return new ReportLinks(
                files,
                "All flips with contents as",
                names(Format.values()),
                name(pair.now()) + "-flips",
                "/v1/evaluations/{id}/comparison/{before}/flips/file",
                ids(pair));
    }

    private static Map<String, String> ids(RunPair pair) {
        return Map.of("id", pair.now().id().toString(), "before", pair.before().id().toString());
    }

    private static String name(Evaluation run) {
        return run.policyVersion().slug() + "-" + run.policyVersion().number();
    }

    private static List<String> names(Enum<?>[] formats) {
        return Arrays.stream(formats).<String>map(Enum::name).toList();
    }
}
