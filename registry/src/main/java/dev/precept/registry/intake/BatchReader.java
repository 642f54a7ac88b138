package dev.precept.registry.intake;

import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.BatchLineError;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.JobStatus;
import dev.precept.registry.queue.Jobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads batches. Where a batch stands is not kept but counted from its jobs.
@Repository
@Transactional(readOnly = true)
class BatchReader {

    private final JdbcClient jdbc;
    private final Jobs jobs;

    BatchReader(JdbcClient jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    /// @throws PreceptException `not-found`, also for another submitter's batch
    Batch get(BatchId id, String submitter) {
        return counted(
                        jdbc.sql("select * from batch where id = ? and submitted_by = ?")
                                .params(id.value(), submitter)
                                .query(BatchReader::row)
                                .list())
                .stream()
                .findFirst()
                .orElseThrow(() ->
                        new PreceptException(
                                ErrorCode.NOT_FOUND,
                                "You have no batch " + id + "; GET /v1/batches lists yours."));
    }

    /// The submitter's own, newest first.
    Page<Batch> page(String submitter, @Nullable String cursor) {
        var after = Cursor.decode(cursor);
        var rows =
                jdbc.sql(
                                """
                                select * from batch
                                 where submitted_by = :submitter
                                   and (created_at, id) < (:at, :id)
                                 order by created_at desc, id desc limit :size
                                """)
                        .param("submitter", submitter)
                        .param("at", Timestamp.from(after.at()))
                        .param("id", after.id())
                        .param("size", Page.DEFAULT_SIZE + 1)
                        .query(BatchReader::row)
                        .list();
        var page =
                Page.of(
                        rows,
                        Page.DEFAULT_SIZE,
                        last ->
                                new Cursor(last.createdAt(), last.id().value(), Cursor.NIL)
                                        .encode());
        return page.with(counted(page.items()));
    }

    /// A stretch of the accepted lines, in order.
    List<Line> lines(BatchId id, int after, int most) {
        return jdbc.sql(
                        """
                        select line, custom_id, item_id from batch_line
                         where batch_id = ? and line > ? order by line limit ?
                        """)
                .params(id.value(), after, most)
                .query((row, number) ->
                        new Line(
                                row.getInt("line"),
                                row.getString("custom_id"),
                                new ItemId(row.getObject("item_id", UUID.class))))
                .list();
    }

    /// A stretch of the errors, in the order in which they were found.
    List<Failure> errors(BatchId id, long after, int most) {
        return jdbc.sql(
                        """
                        select position, line, custom_id, code, detail from batch_line_error
                         where batch_id = ? and position > ? order by position limit ?
                        """)
                .params(id.value(), after, most)
                .query((row, number) ->
                        new Failure(
                                row.getLong("position"),
                                new BatchLineError(
                                        row.getInt("line"),
                                        row.getString("custom_id"),
                                        row.getString("code"),
                                        row.getString("detail"))))
                .list();
    }

    private List<Batch> counted(List<Row> rows) {
        var counts = jobs.countByBatch(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.batch(counts.getOrDefault(row.id(), Jobs.Count.NONE)))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new BatchId(row.getObject("id", UUID.class)),
                row.getString("submitted_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "received_at"),
                instant(row, "cancelled_at"),
                row.getInt("lines"),
                row.getInt("rejected"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// An accepted line.
    record Line(int line, String customId, ItemId item) {}

    /// An error with its place in the list.
    record Failure(long position, BatchLineError error) {}

    private record Row(
            BatchId id,
            String submittedBy,
            Instant createdAt,
            @Nullable Instant receivedAt,
            @Nullable Instant cancelledAt,
            int lines,
            int rejected) {

        Batch batch(Jobs.Count jobs) {
            var counts =
                    new Batch.Counts(
                            lines,
                            rejected,
                            jobs.all(),
                            jobs.of(JobStatus.DONE),
                            jobs.of(JobStatus.DEAD),
                            jobs.of(JobStatus.CANCELLED));
            double ended = jobs.all() == 0 ? 1 : (jobs.all() - jobs.open()) / (double) jobs.all();
            return new Batch(
                    id,
                    status(jobs),
                    receivedAt == null,
                    counts,
                    receivedAt == null && jobs.all() == 0 ? 0 : ended,
                    submittedBy,
                    createdAt,
                    finishedAt(jobs));
        }

        private Batch.Status status(Jobs.Count jobs) {
            if (cancelledAt != null) {
                return Batch.Status.CANCELLED;
            }
            return receivedAt == null || jobs.open() > 0
                    ? Batch.Status.RUNNING
                    : Batch.Status.COMPLETED;
        }

        private @Nullable Instant finishedAt(Jobs.Count jobs) {
            return switch (status(jobs)) {
                case RUNNING -> null;
                case CANCELLED -> cancelledAt;
                case COMPLETED -> {
                    var ended = jobs.lastEnded();
                    yield ended == null || (receivedAt != null && receivedAt.isAfter(ended))
                            ? receivedAt
                            : ended;
                }
            };
        }
    }
}
