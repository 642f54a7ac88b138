package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.goldenset.GoldenFreezing;
import dev.precept.registry.policy.PolicyShelf;
import dev.precept.registry.policy.RuleSuccession;
import dev.precept.registry.wire.LineFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Golden sets as files that can be uploaded again. Cases are read stretch by stretch, each in a
/// transaction of its own, so that a slow reader holds no connection to the database.
@RestController
@ContentReader
class GoldenExports {

    private static final int STRETCH = 1_000;

    private final PolicyShelf policies;
    private final GoldenFreezing frozen;
    private final ExportRows rows;
    private final RuleSuccession succession;
    private final LineFile files;

    GoldenExports(
            PolicyShelf policies,
            GoldenFreezing frozen,
            ExportRows rows,
            RuleSuccession succession,
            LineFile files) {
        this.policies = policies;
        this.frozen = frozen;
        this.rows = rows;
        this.succession = succession;
        this.files = files;
    }

    /// @param set the number of a frozen set; without it the cases in use
    @GetMapping("/v1/policies/{slug}/golden-cases/export")
    public void export(
            @PathVariable("slug") String slug,
            @RequestParam(name = "format", defaultValue = "CSV") Format format,
            @RequestParam(name = "set", required = false) @Nullable Integer set,
            HttpServletResponse response)
            throws IOException {
        policies.require(slug);
        var number = set == null ? null : frozen.frozen(slug, set).number();
        files.send(
                response,
                slug + "-golden" + (number == null ? "" : "-" + number),
                format,
                GoldenLine.COLUMNS,
                sink -> each(slug, number, sink));
    }

    private void each(String slug, @Nullable Integer set, LineFile.Sink sink) throws IOException {
        @Nullable UUID after = null;
        for (var stretch = rows.next(slug, set, after, STRETCH);
                !stretch.isEmpty();
                stretch = rows.next(slug, set, after, STRETCH)) {
            var ways = succession.now(slug, rules(stretch));
            for (var each : stretch) {
                sink.take(each.line().with(ways.get(each.line().expected().ruleId())));
            }
            after = stretch.getLast().id();
        }
    }

    private static Set<String> rules(List<ExportRows.Case> stretch) {
        return stretch.stream()
                .map(each -> each.line().expected().ruleId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
