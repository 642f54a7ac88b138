package dev.precept.registry.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.paging.Page;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.wire.Cursors;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The flips between two runs with their contents, as a file. They are read stretch by stretch, so
/// that a slow reader holds no connection to the database.
@RestController
@ContentReader
class FlipExports {

    private static final int STRETCH = 500;
    private static final Comparisons.Wanted ALL = new Comparisons.Wanted(null, null, null);

    private final EvaluationDesk desk;
    private final Comparisons comparisons;
    private final JsonMapper json;

    FlipExports(EvaluationDesk desk, Comparisons comparisons, JsonMapper json) {
        this.desk = desk;
        this.comparisons = comparisons;
        this.json = json;
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
        response.setContentType(
                format == Format.CSV ? "text/csv;charset=UTF-8" : "application/x-ndjson");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "flips-%s.%s".formatted(id, format == Format.CSV ? "csv" : "jsonl"))
                        .build()
                        .toString());
        switch (format) {
            case CSV -> csv(from, to, response.getOutputStream());
            case JSONL -> lines(from, to, response.getOutputStream());
        }
    }

    private void csv(EvaluationId before, EvaluationId now, OutputStream out) throws IOException {
        var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(FlipLine.COLUMNS);
        each(before, now, line -> csv.writeRecord(line.cells(json)));
        csv.flush();
    }

    private void lines(EvaluationId before, EvaluationId now, OutputStream out) throws IOException {
        each(
                before,
                now,
                line -> {
                    out.write(json.writeValueAsBytes(line));
                    out.write('\n');
                });
    }

    private void each(EvaluationId before, EvaluationId now, Sink sink) throws IOException {
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

    private static void write(Page<Flip> stretch, Sink sink) throws IOException {
        for (var flip : stretch.items()) {
            sink.take(FlipLine.of(flip));
        }
    }

    /// Where lines go.
    private interface Sink {

        void take(FlipLine line) throws IOException;
    }
}
