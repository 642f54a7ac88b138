package dev.precept.registry.queue;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.DeadLetter;
import dev.precept.contracts.queue.JobId;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.signal.Signals;
import dev.precept.registry.signal.Signals.Channel;
import dev.precept.registry.wire.Cursors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Jobs that were given up, newest first, and their second life.
@Repository
class DeadLetters {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Ledger ledger, Signals signals, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /// @param before the place where the page before this one ended
    Page<DeadLetter> page(@Nullable Place before, int size) {
        var found =
                jdbc.sql(
                                """
                                select * from job
                                 where status = 'DEAD'
                                   and (:at::timestamptz is null or (ended_at, id) < (:at, :id))
                                 order by ended_at desc, id desc limit :size
                                """)
                        .param("at", before == null ? null : Timestamp.from(before.at()))
                        .param("id", before == null ? null : before.id())
                        .param("size", size + 1)
                        .query(DeadLetters::letter)
                        .list();
        return Page.of(
                found, size, last -> new Place(last.diedAt(), last.jobId().value()).toString());
    }

    /// @throws PreceptException `wrong-state` if the job is not dead
    @Transactional
    void requeue(JobId id, Actor actor) {
        var now = Timestamp.from(clock.instant());
        int changed =
                jdbc.sql(
                                """
                                update job
                                   set status = 'QUEUED', excused = attempt, available_at = :now,
                                       rank_at = :now::timestamptz + (rank_at - available_at),
                                       ended_at = null, leased_by = null
                                 where id = :id and status = 'DEAD'
                                """)
                        .param("now", now)
                        .param("id", id.value())
                        .update();
        if (changed == 0) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "The job is not a dead letter any more; someone may have requeued it.");
        }
        ledger.append(actor.name(), "job.requeued", "job:" + id, Map.of());
        signals.send(Channel.WORK, "");
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                new JobId(row.getObject("id", UUID.class)),
                new ItemId(row.getObject("item_id", UUID.class)),
                new PolicyVersionRef(
                        row.getString("policy_slug"),
                        row.getInt("policy_number"),
                        row.getString("policy_sha256")),
                row.getInt("attempt") - row.getInt("excused"),
                row.getString("failure_code"),
                row.getString("failure_detail"),
                row.getTimestamp("ended_at").toInstant());
    }

    /// Where a page ended, as a cursor.
    record Place(Instant at, UUID id) {

        static Place of(String cursor) {
            var parts = cursor.split("~", 2);
            try {
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException notOurs) {
                throw Cursors.refused();
            }
        }

        @Override
        public String toString() {
            return at + "~" + id;
        }
    }
}
