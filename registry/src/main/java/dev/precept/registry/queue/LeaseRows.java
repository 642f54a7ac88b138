package dev.precept.registry.queue;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Leases in SQL: each method is one statement. Whatever waits for locks takes them in the order of
/// ids, so that a heartbeat, a completion and a cancellation of the same jobs never deadlock.
@Repository
class LeaseRows {

    private final JdbcClient jdbc;

    LeaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Claims the most pressing jobs that nobody holds. A job that was asked for by an alias gets
    /// the version that the alias means now: the canary's if the item falls into its share.
    List<ActiveJob> claim(WorkerId worker, int limit, Instant now, Instant until) {
        return claim("", worker, limit, now, until).list();
    }

    /// Claims jobs of these policy versions only.
    List<ActiveJob> claimFor(
            Collection<String> policies, WorkerId worker, int limit, Instant now, Instant until) {
        return claim("and policy_sha256 = any (:policies)", worker, limit, now, until, policies)
                .list();
    }

    /// How the most pressing job of all ranks against the most pressing of these policies.
    ///
    /// @return whether some job outside of them is more pressing by more than the given seconds
    boolean othersArePressing(Collection<String> policies, Instant now, long seconds) {
        return Boolean.TRUE.equals(
                jdbc.sql(
                                """
                                select coalesce(extract(epoch from warm.rank_at - first.rank_at)
                                                > :seconds, true)
                                  from (select min(rank_at) as rank_at from
                                         (select rank_at from job
                                           where status = 'QUEUED' and available_at <= :now
                                           order by rank_at limit 1)) first,
                                       (select min(rank_at) as rank_at from
                                         (select rank_at from job
                                           where status = 'QUEUED' and available_at <= :now
                                             and policy_sha256 = any (:policies)
                                           order by rank_at limit 1)) warm
                                """)
                        .param("policies", policies.toArray(String[]::new))
                        .param("now", Timestamp.from(now))
                        .param("seconds", seconds)
                        .query(Boolean.class)
                        .single());
    }

    /// Renews what is still held under the given tokens.
    ///
    /// @return the jobs that were renewed
    List<JobId> renew(WorkerId worker, List<LeaseRef> leases, Instant until) {
        return jdbc.sql(
                        """
                        with held as materialized (
                            select job.id
                              from job
                              join unnest(:ids, :tokens) as named (id, token)
                                on job.id = named.id and job.attempt = named.token
                             where job.status = 'LEASED' and job.leased_by = :worker
                             order by job.id
                               for update of job)
                        update job set lease_until = :until
                          from held where job.id = held.id
                        returning job.id
                        """)
                .param("until", Timestamp.from(until))
                .param("ids", ids(leases))
                .param("tokens", tokens(leases))
                .param("worker", worker.value())
                .query((row, number) -> new JobId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Locks those jobs that are leased under exactly these tokens.
    List<ActiveJob> lockHeld(List<LeaseRef> leases) {
        return jdbc.sql(
                        """
                        select job.*
                          from job
                          join unnest(:ids, :tokens) as held (id, token)
                            on job.id = held.id and job.attempt = held.token
                         where job.status = 'LEASED'
                         order by job.id
                           for update of job
                        """)
                .param("ids", ids(leases))
                .param("tokens", tokens(leases))
                .query(LeaseRows::job)
                .list();
    }

    /// Locks jobs whose lease ran out.
    List<ActiveJob> lockExpired(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select * from job
                         where status = 'LEASED' and lease_until < :now
                         order by lease_until limit :limit
                           for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(LeaseRows::job)
                .list();
    }

    private JdbcClient.MappedQuerySpec<ActiveJob> claim(
            String filter,
            WorkerId worker,
            int limit,
            Instant now,
            Instant until,
            Collection<String> policies) {
        return statement(filter, worker, limit, now, until)
                .param("policies", policies.toArray(String[]::new))
                .query(LeaseRows::job);
    }

    private JdbcClient.MappedQuerySpec<ActiveJob> claim(
            String filter, WorkerId worker, int limit, Instant now, Instant until) {
        return statement(filter, worker, limit, now, until).query(LeaseRows::job);
    }

    private JdbcClient.StatementSpec statement(
            String filter, WorkerId worker, int limit, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        with pressing as materialized (
                            select id, item_id, policy_slug, policy_alias from job
                             where status = 'QUEUED' and available_at <= :now %s
                             order by rank_at limit :limit
                               for update skip locked)
                        update job
                           set status = 'LEASED', attempt = attempt + 1, leased_at = :now,
                               lease_until = :until, leased_by = :worker,
                               policy_number = case
                                   when alias.canary_share > 0
                                    and rollout_bucket(pressing.item_id, alias.slug, alias.alias)
                                        < alias.canary_share * 100 then alias.canary_number
                                   else coalesce(alias.number, job.policy_number) end,
                               policy_sha256 = case
                                   when alias.canary_share > 0
                                    and rollout_bucket(pressing.item_id, alias.slug, alias.alias)
                                        < alias.canary_share * 100 then alias.canary_sha256
                                   else coalesce(alias.sha256, job.policy_sha256) end
                          from pressing
                          left join policy_alias alias
                            on alias.slug = pressing.policy_slug
                           and alias.alias = pressing.policy_alias
                         where job.id = pressing.id
                        returning job.*
                        """
                                .formatted(filter))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("worker", worker.value())
                .param("limit", limit);
    }

    private static UUID[] ids(List<LeaseRef> leases) {
        return leases.stream().map(lease -> lease.jobId().value()).toArray(UUID[]::new);
    }

    private static Integer[] tokens(List<LeaseRef> leases) {
        return leases.stream().map(LeaseRef::fencingToken).toArray(Integer[]::new);
    }

    private static ActiveJob job(ResultSet row, int number) throws SQLException {
        var batch = row.getObject("batch_id", UUID.class);
        return new ActiveJob(
                new JobId(row.getObject("id", UUID.class)),
                new ItemId(row.getObject("item_id", UUID.class)),
                new PolicyVersionRef(
                        row.getString("policy_slug"),
                        row.getInt("policy_number"),
                        row.getString("policy_sha256")),
                Purpose.valueOf(row.getString("purpose")),
                Lane.valueOf(row.getString("lane")),
                new ActiveJob.Origin(
                        row.getString("policy_alias"), batch == null ? null : new BatchId(batch)),
                row.getInt("attempt"),
                row.getInt("attempt") - row.getInt("excused"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("leased_at").toInstant());
    }
}
