package dev.precept.registry.queue;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.queue.Lane;
import dev.precept.registry.signal.Signals;
import dev.precept.registry.signal.Signals.Channel;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Queues jobs in PostgreSQL, many rows a round trip.
@Repository
class JdbcJobQueue implements JobQueue {

    private final JdbcTemplate jdbc;
    private final QueueProperties properties;
    private final QueueRoom room;
    private final Signals signals;
    private final Clock clock;

    JdbcJobQueue(
            JdbcTemplate jdbc,
            QueueProperties properties,
            QueueRoom room,
            Signals signals,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.room = room;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(List<NewJob> jobs) {
        var instant = clock.instant();
        var now = Timestamp.from(instant);
        jdbc.batchUpdate(
                """
                insert into job
                       (id, item_id, batch_id, policy_slug, policy_number, policy_sha256, purpose,
                        lane, created_at, available_at, rank_at, policy_alias)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                jobs,
                500,
                (statement, job) -> {
                    var batch = job.batchId();
                    statement.setObject(1, UuidVersion7Strategy.INSTANCE.generateUuid(null));
                    statement.setObject(2, job.itemId().value());
                    statement.setObject(3, batch == null ? null : batch.value());
                    statement.setString(4, job.policyVersion().slug());
                    statement.setInt(5, job.policyVersion().number());
                    statement.setString(6, job.policyVersion().sha256());
                    statement.setString(7, job.purpose().name());
                    statement.setString(8, job.lane().name());
                    statement.setTimestamp(9, now);
                    statement.setTimestamp(10, now);
                    statement.setTimestamp(11, rank(job.lane(), instant));
                    statement.setString(12, job.alias());
                });
        signals.send(Channel.WORK, "");
    }

    private Timestamp rank(Lane lane, Instant now) {
        return Timestamp.from(
                switch (lane) {
                    case INTERACTIVE -> now.minus(properties.headStart());
                    case BULK -> now;
                    case EVALUATION -> now.plus(properties.evaluationHandicap());
                });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int cancelBatch(BatchId batch) {
        return jdbc.update(
                """
                with open as materialized (
                    select id from job
                     where batch_id = ? and status in ('QUEUED', 'LEASED')
                     order by id
                       for update)
                update job set status = 'CANCELLED', ended_at = ?
                  from open where job.id = open.id
                """,
                batch.value(),
                Timestamp.from(clock.instant()));
    }

    @Override
    public void requireRoom() {
        room.require();
    }
}
