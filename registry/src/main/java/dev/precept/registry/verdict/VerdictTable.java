package dev.precept.registry.verdict;

import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.verdict.Verdict;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes verdicts, many rows a round trip.
@Repository
class VerdictTable {

    private static final int PER_STATEMENT = 250;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    VerdictTable(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(List<NewVerdict> verdicts) {
        jdbc.batchUpdate(
                """
                insert into verdict
                       (id, job_id, item_id, policy_slug, policy_number, policy_sha256, outcome,
                        labels, rule_ids, confidence, confidence_source, rationale, model_name,
                        model_digest, model_runtime, model_settings, queued_millis,
                        inference_millis, total_millis, truncated, created_at, account,
                        shadow)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                verdicts,
                PER_STATEMENT,
                this::fill);
    }

    private void fill(PreparedStatement row, NewVerdict added) throws SQLException {
        var verdict = added.verdict();
        var version = verdict.policyVersion();
        var model = verdict.model();
        var timings = verdict.timings();
        row.setObject(1, verdict.id().value());
        row.setObject(2, added.job().value());
        row.setObject(3, verdict.itemId().value());
        row.setString(4, version.slug());
        row.setInt(5, version.number());
        row.setString(6, version.sha256());
        row.setString(7, verdict.outcome().name());
        row.setArray(8, texts(row.getConnection(), verdict.labels()));
        row.setArray(9, texts(row.getConnection(), verdict.ruleIds()));
        row.setDouble(10, verdict.confidence().value());
        row.setString(11, verdict.confidence().source().name());
        row.setString(12, verdict.rationale());
        row.setString(13, model.name());
        row.setString(14, model.digest());
        row.setString(15, model.runtime());
        row.setString(16, json.writeValueAsString(model.settings()));
        row.setLong(17, timings.queuedMillis());
        row.setLong(18, timings.inferenceMillis());
        row.setLong(19, timings.totalMillis());
        row.setBoolean(20, verdict.truncated());
        row.setTimestamp(21, Timestamp.from(verdict.createdAt()));
        var account = verdict.account();
        row.setString(22, account == null ? null : json.writeValueAsString(account));
        row.setBoolean(23, added.shadow());
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /// A verdict and the job that it ends.
    record NewVerdict(JobId job, Verdict verdict, boolean shadow) {}
}
