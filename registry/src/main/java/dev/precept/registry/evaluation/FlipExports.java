package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.paging.Page;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.wire.Cursors;
import dev.precept.registry.wire.LineFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The flips between two runs with their contents, as a file. They are read stretch by stretch, so
/// that a slow reader holds no connection to the database.
@RestController
@ContentReader
class FlipExports {

    private static final int STRETCH = 500;
    private static final Comparisons.Wanted ALL = new Comparisons.Wanted(null, null, null);

    private final EvaluationDesk desk;
    private final Comparisons comparisons;
    private final LineFile files;

    FlipExports(EvaluationDesk desk, Comparisons comparisons, LineFile files) {
        this.desk = desk;
        this.comparisons = comparisons;
        this.files = files;
    }

    @GetMapping("/v1/evaluations/{id}/comparison/{before}/flips/file")
    public void export(
            @PathVariable("id") EvaluationId id,
            @PathVariable("before") EvaluationId before,
            @RequestParam(name = "format", defaultValue = "CSV") Format format,
            HttpServletResponse response)
            throws IOException {
        var from = desk.get(before).id();
        var to = desk.get(id).id();
        files.send(response, "flips-" + id, format, FlipLine.COLUMNS, sink -> each(from, to, sink));
    }

    private void each(EvaluationId before, EvaluationId now, LineFile.Sink sink)
            throws IOException {
        var stretch = stretch(before, now, null);
        write(stretch, sink);
        while (stretch.next() != null) {
            stretch = stretch(before, now, stretch.next());
            write(stretch, sink);
        }
    }

    private Page<Flip> stretch(EvaluationId before, EvaluationId now, @Nullable String cursor) {
        return comparisons.flips(before, now, ALL, Cursors.position(cursor), STRETCH);
    }

    private static void write(Page<Flip> stretch, LineFile.Sink sink) throws IOException {
        for (var flip : stretch.items()) {
            sink.take(FlipLine.of(flip));
        }
    }
}
