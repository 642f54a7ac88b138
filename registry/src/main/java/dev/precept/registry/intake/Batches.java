package dev.precept.registry.intake;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.BatchLineError;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.queue.JobQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The life of a batch: opened, receiving, closed or cancelled. Its row's lock orders a chunk
/// against a cancellation, so that no job is added to a cancelled batch.
@Repository
class Batches {

    static final Duration SILENCE = Duration.ofSeconds(90);

    private final JdbcClient jdbc;
    private final JobQueue queue;
    private final Ledger ledger;
    private final Clock clock;

    Batches(JdbcClient jdbc, JobQueue queue, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<BatchId> byKey(String submitter, String key) {
        return jdbc.sql("select id from batch where submitted_by = ? and idempotency_key = ?")
                .params(submitter, key)
                .query(UUID.class)
                .optional()
                .map(BatchId::new);
    }

    /// @return empty if another batch has the key
    @Transactional
    Optional<BatchId> open(String submitter, @Nullable String key) {
        var id =
                jdbc.sql(
                                """
                                insert into batch
                                       (id, submitted_by, idempotency_key, created_at, touched_at)
                                values (uuidv7(), :submitter, :key, :now, :now)
                                    on conflict (submitted_by, idempotency_key) do nothing
                                returning id
                                """)
                        .param("submitter", submitter)
                        .param("key", key)
                        .param("now", now())
                        .query(UUID.class)
                        .optional()
                        .map(BatchId::new);
        id.ifPresent(
                opened -> ledger.append(submitter, "batch.submitted", "batch:" + opened, Map.of()));
        return id;
    }

    /// Ends the upload; the first end counts.
    @Transactional
    void close(BatchId id, @Nullable BatchLineError last) {
        int closed =
                jdbc.sql(
                                "update batch set receiving = false, received_at = :now"
                                        + " where id = :id and receiving")
                        .param("now", now())
                        .param("id", id.value())
                        .update();
        if (closed == 1 && last != null) {
            report(id, last);
        }
    }

    /// Keeps what is wrong with the batch as a whole.
    @Transactional
    void report(BatchId id, BatchLineError error) {
        jdbc.sql(
                        "insert into batch_line_error (batch_id, line, custom_id, code, detail)"
                                + " values (:batch, :line, :customId, :code, :detail)")
                .param("batch", id.value())
                .param("line", error.line())
                .param("customId", error.customId())
                .param("code", error.code())
                .param("detail", error.detail())
                .update();
    }

    /// Takes back whatever has no verdict yet; a second time changes nothing.
    @Transactional
    void cancel(BatchId id, String actor) {
        int cancelled =
                jdbc.sql(
                                """
                                update batch
                                   set cancelled_at = :now, receiving = false,
                                       received_at = coalesce(received_at, :now)
                                 where id = :id and cancelled_at is null
                                """)
                        .param("now", now())
                        .param("id", id.value())
                        .update();
        if (cancelled == 1) {
            int jobs = queue.cancelBatch(id);
            ledger.append(actor, "batch.cancelled", "batch:" + id, Map.of("jobs", jobs));
        }
    }

    /// Closes batches whose upload has been silent for so long that no registry can be reading it.
    ///
    /// @return how many
    @Transactional
    int closeSilent() {
        var silent =
                jdbc.sql(
                                """
                                update batch set receiving = false, received_at = :now
                                 where receiving and touched_at < :before
                                returning id, lines
                                """)
                        .param("now", now())
                        .param("before", Timestamp.from(clock.instant().minus(SILENCE)))
                        .query((row, number) -> stopped(row))
                        .list();
        silent.forEach(stopped -> report(stopped.id(), stopped.error()));
        return silent.size();
    }

    private static Stopped stopped(ResultSet row) throws SQLException {
        int lines = row.getInt("lines");
        var error =
                new BatchLineError(
                        lines,
                        null,
                        ErrorCode.UPLOAD_BROKEN.wireName(),
                        "The registry that received this upload stopped. The batch keeps the "
                                + lines
                                + " lines that were written, which run; send the rest as another"
                                + " batch.");
        return new Stopped(new BatchId(row.getObject("id", UUID.class)), error);
    }

    private record Stopped(BatchId id, BatchLineError error) {}

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
