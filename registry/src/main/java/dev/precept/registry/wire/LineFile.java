package dev.precept.registry.wire;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.precept.contracts.golden.GoldenUpload.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Lines as a file to keep, CSV or one JSON object a line, sent while they are read.
@Component
public class LineFile {

    private final JsonMapper json;

    LineFile(JsonMapper json) {
        this.json = json;
    }

    /// A line, which is also one JSON object.
    public interface Line {

        /// Guarded, in the order of the columns.
        List<String> cells(JsonMapper json);
    }

    /// Where lines go.
    public interface Sink {

        void take(Line line) throws IOException;
    }

    /// Where lines come from.
    public interface Source {

        void each(Sink sink) throws IOException;
    }

    /// @param name of the file, without its ending
    /// @param columns of a CSV file
    public void send(
            HttpServletResponse response,
            String name,
            Format format,
            List<String> columns,
            Source lines)
            throws IOException {
        boolean csv = format == Format.CSV;
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/x-ndjson");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + (csv ? ".csv" : ".jsonl"))
                        .build()
                        .toString());
        var out = response.getOutputStream();
        switch (format) {
            case CSV -> csv(columns, lines, out);
            case JSONL -> objects(lines, out);
        }
    }

    private void csv(List<String> columns, Source lines, OutputStream out) throws IOException {
        var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(columns);
        lines.each(line -> csv.writeRecord(line.cells(json)));
        csv.flush();
    }

    private void objects(Source lines, OutputStream out) throws IOException {
        lines.each(line -> {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        });
    }
}
