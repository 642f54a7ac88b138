package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.Counts;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUpload.Progress;
import dev.precept.contracts.golden.GoldenUpload.State;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.registry.golden.UploadLines.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the lines of a file into the database in one transaction, a chunk at a time.
@Service
class UploadStaging {

    private static final int CHUNK = 2_000;
    private static final Duration KEPT = Duration.ofDays(1);

    private final UploadRows uploads;
    private final UploadLines lines;
    private final Clock clock;

    UploadStaging(UploadRows uploads, UploadLines lines, Clock clock) {
        this.uploads = uploads;
        this.lines = lines;
        this.clock = clock;
    }

    /// @throws dev.precept.contracts.problem.PreceptException `invalid-argument`, `content-empty`,
    ///   `content-too-large`; nothing is kept then
    @Transactional
    public GoldenUploadId stage(
            SpooledFile file, String slug, Format format, String source, String actor) {
        var chunk = new Chunk(new GoldenUploadId(UuidVersion7Strategy.INSTANCE.generateUuid(null)));
        try {
            Utf8.require(file);
            // the lines refer to the upload, whose columns are known at the end only
            uploads.defer();
            var columns =
                    switch (format) {
                        case CSV -> CsvRows.read(file, chunk::add);
                        case JSONL -> JsonRows.read(file, chunk::add);
                    };
            chunk.flush();
            if (chunk.count == 0) {
                throw Refusals.empty();
            }
            uploads.insert(chunk.upload(columns, slug, format, source, actor));
            return chunk.id;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Rows on their way, and which columns hold JSON.
    private final class Chunk {

        private final GoldenUploadId id;
        private final List<Line> waiting = new ArrayList<>();
        private final Map<String, Boolean> json = new LinkedHashMap<>();
        private int count;

        Chunk(GoldenUploadId id) {
            this.id = id;
        }

        void add(FileRow row) {
            waiting.add(new Line(++count, row));
            row.cells()
                    .forEach((column, cell) ->
                            json.merge(column, isJson(cell), Boolean::logicalAnd));
            if (waiting.size() == CHUNK) {
                flush();
            }
        }

        void flush() {
            lines.keep(id, waiting);
            waiting.clear();
        }

        GoldenUpload upload(
                List<String> columns, String slug, Format format, String source, String actor) {
            var now = clock.instant();
            var structured =
                    columns.stream().filter(column -> json.getOrDefault(column, false)).toList();
            return new GoldenUpload(
                    id,
                    slug,
                    format,
                    source,
                    State.CHECKING,
                    1,
                    columns,
                    MappingGuess.of(columns, structured),
                    new Progress(count, 0),
                    new Counts(0, 0, 0, 0, 0),
                    List.of(),
                    List.of(),
                    actor,
                    now,
                    now.plus(KEPT));
        }

        private static boolean isJson(String cell) {
            return cell.startsWith("{") && cell.endsWith("}")
                    || cell.startsWith("[{") && cell.endsWith("}]");
        }
    }
}
