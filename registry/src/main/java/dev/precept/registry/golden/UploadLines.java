package dev.precept.registry.golden;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.golden.GoldenUpload.RowProblem;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.registry.goldenset.GoldenFingerprint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What uploads hold: lines, the rows read of them, and problems.
@Repository
class UploadLines {

    /// Problems beyond are counted and not kept.
    static final int MOST_PROBLEMS = 1_000;

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    UploadLines(JdbcTemplate batches, JdbcClient jdbc, JsonMapper json) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param position in the upload, from 1
    record Line(int position, FileRow row) {}

    /// A problem of the row at a position.
    record Problem(int position, @Nullable String column, String message) {}

    void keep(GoldenUploadId id, List<Line> lines) {
        batches.update(
                """
                insert into golden_upload_line (upload_id, position, line, cells, fault)
                select ?, * from unnest(?::int[], ?::int[], ?::jsonb[], ?::text[])
                """,
                id.value(),
                lines.stream().map(Line::position).toArray(Integer[]::new),
                lines.stream().map(line -> line.row().line()).toArray(Integer[]::new),
                column(lines, line -> json.writeValueAsString(line.row().cells())),
                column(lines, line -> line.row().fault()));
    }

    List<Line> lines(GoldenUploadId id, int after, int size) {
        return jdbc.sql(
                        """
                        select * from golden_upload_line
                         where upload_id = ? and position > ? order by position limit ?
                        """)
                .params(id.value(), after, size)
                .query((row, _) ->
                        new Line(
                                row.getInt("position"),
                                new FileRow(
                                        row.getInt("line"),
                                        json.readValue(row.getString("cells"), CELLS),
                                        row.getString("fault"))))
                .list();
    }

    void keepRows(GoldenUploadId id, List<GoldenRow> rows) {
        batches.update(
                """
                insert into golden_upload_row (upload_id, position, content_sha256, content, outcome,
                                               label, rule_id, note, source, guarded)
                select ?, * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                                        ?::text[], ?::text[], ?::text[], ?::boolean[])
                """,
                id.value(),
                rows.stream().map(GoldenRow::position).toArray(Integer[]::new),
                column(rows, row -> GoldenFingerprint.of(row.content())),
                column(
                        rows,
                        row -> json.writerFor(Content.class).writeValueAsString(row.content())),
                column(rows, row -> row.expected().outcome().name()),
                column(rows, row -> row.expected().label()),
                column(rows, row -> row.expected().ruleId()),
                column(rows, GoldenRow::note),
                column(rows, GoldenRow::source),
                rows.stream().map(GoldenRow::guarded).toArray(Boolean[]::new));
    }

    void keepProblems(GoldenUploadId id, List<Problem> problems) {
        int room =
                MOST_PROBLEMS
                        - jdbc.sql("select count(*) from golden_upload_problem where upload_id = ?")
                                .param(id.value())
                                .query(Integer.class)
                                .single();
        var kept = problems.stream().limit(Math.max(room, 0)).toList();
        batches.update(
                """
                insert into golden_upload_problem (upload_id, position, column_name, message)
                select ?, * from unnest(?::int[], ?::text[], ?::text[])
                """,
                id.value(),
                kept.stream().map(Problem::position).toArray(Integer[]::new),
                column(kept, problem -> Objects.requireNonNullElse(problem.column(), "")),
                column(kept, Problem::message));
    }

    List<RowProblem> problems(GoldenUploadId id, int size) {
        return jdbc.sql(
                        """
                        select l.line, nullif(p.column_name, '') as column_name, p.message
                          from golden_upload_problem p
                          join golden_upload_line l
                            on l.upload_id = p.upload_id and l.position = p.position
                         where p.upload_id = ? order by p.position limit ?
                        """)
                .params(id.value(), size)
                .query((row, _) ->
                        new RowProblem(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /// Forgets what was read of the lines.
    void unread(GoldenUploadId id) {
        jdbc.sql("delete from golden_upload_row where upload_id = ?").param(id.value()).update();
        jdbc.sql("delete from golden_upload_problem where upload_id = ?")
                .param(id.value())
                .update();
    }

    /// Forgets all contents of the upload.
    void clear(GoldenUploadId id) {
        unread(id);
        jdbc.sql("delete from golden_upload_line where upload_id = ?").param(id.value()).update();
    }

    private static <T> @Nullable String[] column(
            List<T> values, Function<T, @Nullable String> value) {
        return values.stream().map(value).toArray(String[]::new);
    }
}
