package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenMapping;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.Counts;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUpload.Progress;
import dev.precept.contracts.golden.GoldenUpload.State;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.contracts.paging.Page;
import dev.precept.registry.paging.NewestFirst;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Uploads in the database, without their lines.
@Repository
class UploadRows {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UploadRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Lets lines go in before their upload, until the end of the transaction.
    void defer() {
        jdbc.sql("set constraints golden_upload_line_upload_id_fkey deferred").update();
    }

    void insert(GoldenUpload upload) {
        jdbc.sql(
                        """
                        insert into golden_upload (id, slug, format, source, state, columns, mapping,
                                                   lines, uploaded_by, uploaded_at, expires_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
                        """)
                .params(
                        upload.id().value(),
                        upload.slug(),
                        upload.format().name(),
                        upload.source(),
                        upload.state().name(),
                        json.writeValueAsString(upload.columns()),
                        json.writeValueAsString(upload.mapping()),
                        upload.progress().rows(),
                        upload.uploadedBy(),
                        Timestamp.from(upload.uploadedAt()),
                        Timestamp.from(upload.expiresAt()))
                .update();
    }

    Optional<GoldenUpload> find(GoldenUploadId id) {
        return jdbc.sql("select * from golden_upload where id = ?")
                .param(id.value())
                .query(this::upload)
                .optional();
    }

    /// Newest first.
    Page<GoldenUpload> page(String slug, @Nullable UUID before, int size) {
        return NewestFirst.page(
                jdbc, "golden_upload", slug, before, size, this::upload, GoldenUpload::id);
    }

    List<GoldenUploadId> checking() {
        return jdbc.sql("select id from golden_upload where state = 'CHECKING' order by id")
                .query((row, _) -> new GoldenUploadId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Holds the upload until the end of the transaction.
    ///
    /// @param wait whether to wait for whoever holds it
    Optional<GoldenUpload> hold(GoldenUploadId id, boolean wait) {
        return jdbc.sql(
                        "select * from golden_upload where id = ? for update"
                                + (wait ? "" : " skip locked"))
                .param(id.value())
                .query(this::upload)
                .optional();
    }

    /// @return the revision that it has now
    int remap(GoldenUploadId id, GoldenMapping mapping) {
        return jdbc.sql(
                        """
                        update golden_upload
                           set mapping = ?::jsonb, revision = revision + 1, state = 'CHECKING',
                               checked = 0, added = 0, known = 0, changed = 0, repeated = 0, wrong = 0
                         where id = ? returning revision
                        """)
                .params(json.writeValueAsString(mapping), id.value())
                .query(Integer.class)
                .single();
    }

    void checked(GoldenUploadId id, int lines, int wrong) {
        jdbc.sql("update golden_upload set checked = checked + ?, wrong = wrong + ? where id = ?")
                .params(lines, wrong, id.value())
                .update();
    }

    void settle(GoldenUploadId id, State state, Counts counts) {
        jdbc.sql(
                        """
                        update golden_upload
                           set state = ?, added = ?, known = ?, changed = ?, repeated = ?, wrong = ?
                         where id = ?
                        """)
                .params(
                        state.name(),
                        counts.added(),
                        counts.known(),
                        counts.changed(),
                        counts.repeated(),
                        counts.wrong(),
                        id.value())
                .update();
    }

    void delete(GoldenUploadId id) {
        jdbc.sql("delete from golden_upload where id = ?").param(id.value()).update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from golden_upload where state <> 'IMPORTED' and expires_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private GoldenUpload upload(ResultSet row, int number) throws SQLException {
        return new GoldenUpload(
                new GoldenUploadId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                Format.valueOf(row.getString("format")),
                row.getString("source"),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                json.readValue(row.getString("columns"), NAMES),
                json.readValue(row.getString("mapping"), GoldenMapping.class),
                new Progress(row.getInt("lines"), row.getInt("checked")),
                new Counts(
                        row.getInt("added"),
                        row.getInt("known"),
                        row.getInt("changed"),
                        row.getInt("repeated"),
                        row.getInt("wrong")),
                List.of(),
                List.of(),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
