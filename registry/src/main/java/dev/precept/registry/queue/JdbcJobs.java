package dev.precept.registry.queue;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Reads jobs by the indexes on their item and their batch.
@Repository
class JdbcJobs implements Jobs {

    private final JdbcTemplate jdbc;

    JdbcJobs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ItemId, List<Job>> byItem(Collection<ItemId> items) {
        return jdbc
                .query(
                        """
                        select id, item_id, policy_slug, policy_number, policy_sha256, status,
                               attempt, failure_detail
                          from job where item_id = any (?) and purpose <> 'SHADOW' order by id
                        """,
                        JdbcJobs::job,
                        (Object) items.stream().map(ItemId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Job::itemId));
    }

    @Override
    public Map<BatchId, Count> countByBatch(Collection<BatchId> batches) {
        var rows =
                jdbc.query(
                        """
                        select batch_id, status, count(*) as jobs, max(ended_at) as last_ended
                          from job where batch_id = any (?) group by batch_id, status
                        """,
                        JdbcJobs::countRow,
                        (Object) batches.stream().map(BatchId::value).toArray(UUID[]::new));
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                CountRow::batch,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), JdbcJobs::count)));
    }

    private static Count count(List<CountRow> rows) {
        return new Count(
                rows.stream().collect(Collectors.toMap(CountRow::status, CountRow::jobs)),
                rows.stream()
                        .map(CountRow::lastEnded)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static CountRow countRow(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("last_ended");
        return new CountRow(
                new BatchId(row.getObject("batch_id", UUID.class)),
                JobStatus.valueOf(row.getString("status")),
                row.getInt("jobs"),
                ended == null ? null : ended.toInstant());
    }

    private record CountRow(
            BatchId batch, JobStatus status, int jobs, @Nullable Instant lastEnded) {}

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                new JobId(row.getObject("id", UUID.class)),
                new ItemId(row.getObject("item_id", UUID.class)),
                new PolicyVersionRef(
                        row.getString("policy_slug"),
                        row.getInt("policy_number"),
                        row.getString("policy_sha256")),
                JobStatus.valueOf(row.getString("status")),
                row.getInt("attempt"),
                row.getString("failure_detail"));
    }
}
