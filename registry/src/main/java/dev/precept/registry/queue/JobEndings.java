package dev.precept.registry.queue;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.queue.Lane;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.signal.Signals;
import dev.precept.registry.signal.Signals.Channel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// How leases end: done, given back, tried again later, or dead. Runs inside the caller's
/// transaction, with the jobs' rows locked.
@Repository
class JobEndings {

    private static final String ACTOR = "precept";

    private final JdbcTemplate jdbc;
    private final QueueProperties properties;
    private final Ledger ledger;
    private final Signals signals;
    private final Counter dead;

    JobEndings(
            JdbcTemplate jdbc,
            QueueProperties properties,
            Ledger ledger,
            Signals signals,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.ledger = ledger;
        this.signals = signals;
        this.dead = meters.counter("precept.jobs.dead");
    }

    void done(List<ActiveJob> jobs, Instant at) {
        jdbc.update(
                """
                update job set status = 'DONE', ended_at = ?, lease_until = null,
                               failure_code = null, failure_detail = null
                 where id = any (?)
                """,
                Timestamp.from(at),
                ids(jobs));
        announce(jobs.stream().filter(job -> job.lane() == Lane.INTERACTIVE));
    }

    void giveBack(List<ActiveJob> jobs) {
        jdbc.update(
                """
                update job set status = 'QUEUED', excused = excused + 1, lease_until = null,
                               leased_by = null
                 where id = any (?)
                """,
                (Object) ids(jobs));
        signals.send(Channel.WORK, "");
    }

    /// Another attempt later, with the lane's head start kept; or the end if none is left or none
    /// can help.
    void fail(ActiveJob job, Failure failure, Instant at) {
        if (!failure.retryable() || job.attempts() >= properties.maxAttempts()) {
            bury(job, failure, at);
            return;
        }
        var again = at.plus(properties.backoffAfter(job.attempts()));
        jdbc.update(
                """
                update job set status = 'QUEUED', available_at = ?,
                               rank_at = ?::timestamptz + (rank_at - available_at),
                               lease_until = null, leased_by = null, failure_code = ?,
                               failure_detail = ?
                 where id = ?
                """,
                Timestamp.from(again),
                Timestamp.from(again),
                failure.code(),
                failure.detail(),
                job.id().value());
    }

    private void bury(ActiveJob job, Failure failure, Instant at) {
        jdbc.update(
                """
                update job set status = 'DEAD', ended_at = ?, lease_until = null,
                               failure_code = ?, failure_detail = ?
                 where id = ?
                """,
                Timestamp.from(at),
                failure.code(),
                failure.detail(),
                job.id().value());
        ledger.append(
                ACTOR,
                "job.dead",
                "job:" + job.id(),
                Map.of(
                        "item", job.itemId().toString(),
                        "policy", job.policyVersion().toString(),
                        "attempts", job.attempts(),
                        "code", failure.code()));
        announce(Stream.of(job));
        dead.increment();
    }

    private void announce(Stream<ActiveJob> jobs) {
        var items = jobs.map(ActiveJob::itemId).map(ItemId::toString).distinct().toList();
        signals.sendAll(Channel.VERDICT, items);
    }

    private static UUID[] ids(List<ActiveJob> jobs) {
        return jobs.stream().map(job -> job.id().value()).toArray(UUID[]::new);
    }

    /// Why an attempt failed; never with content.
    record Failure(String code, String detail, boolean retryable) {

        private static final int MAX_DETAIL = 1_000;

        Failure {
            detail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
        }
    }
}
