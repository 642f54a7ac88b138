package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.policy.PolicyVersionRef;
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

/// Runs in the database.
@Repository
class EvaluationRows {

    private static final String SELECT =
            """
            select e.*, progress.*
              from evaluation e,
                   lateral (select count(*) as cases,
                                   count(*) filter (where c.state = 'JUDGED') as judged,
                                   count(*) filter (where c.state = 'FAILED') as failed
                              from evaluation_case c where c.evaluation_id = e.id) progress
            """;

    private final JdbcClient jdbc;

    EvaluationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            EvaluationId id,
            PolicyVersionRef version,
            EvaluationSource source,
            String actor,
            Instant at,
            @Nullable EvaluationId repeats) {
        var golden = source instanceof EvaluationSource.Golden set ? set : null;
        var replay = source instanceof EvaluationSource.Replay sample ? sample : null;
        jdbc.sql(
                        """
                        insert into evaluation
                               (id, slug, policy_number, policy_sha256, kind, golden_number,
                                golden_sha256, replay_count, replay_since, started_by, created_at,
                                repeats)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(version.slug())
                .param(version.number())
                .param(version.sha256())
                .param(golden != null ? "GOLDEN" : "REPLAY")
                .param(golden == null ? null : golden.number())
                .param(golden == null ? null : golden.sha256())
                .param(replay == null ? null : replay.count())
                .param(stamp(replay == null ? null : replay.since()))
                .param(actor)
                .param(Timestamp.from(at))
                .param(repeats == null ? null : repeats.value())
                .update();
    }

    Optional<Evaluation> find(EvaluationId id) {
        return jdbc.sql(SELECT + " where e.id = ?")
                .param(id.value())
                .query(EvaluationRows::evaluation)
                .optional();
    }

    /// Newest first, from before an id on.
    List<Evaluation> newest(String slug, @Nullable UUID before, int size) {
        return jdbc.sql(
                        SELECT
                                + " where e.slug = :slug and (:before::uuid is null or e.id < :before)"
                                + " order by e.id desc limit :size")
                .param("slug", slug)
                .param("before", before)
                .param("size", size)
                .query(EvaluationRows::evaluation)
                .list();
    }

    /// The newest finished run of a bundle on that kind of source.
    Optional<Evaluation> newestCompleted(String sha256, String kind) {
        return jdbc.sql(
                        SELECT
                                + " where e.policy_sha256 = ? and e.kind = ?"
                                + " and e.state = 'COMPLETED' order by e.id desc limit 1")
                .params(sha256, kind)
                .query(EvaluationRows::evaluation)
                .optional();
    }

    List<EvaluationId> open() {
        return jdbc.sql(
                        "select id from evaluation where state in ('PREPARING', 'RUNNING') order by id")
                .query((row, _) -> new EvaluationId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Holds the run until the end of the transaction.
    ///
    /// @param wait whether to wait for whoever holds it
    /// @return its state; nothing if another holds it and this call does not wait
    Optional<State> hold(EvaluationId id, boolean wait) {
        return jdbc.sql(
                        "select state from evaluation where id = ? for update"
                                + (wait ? "" : " skip locked"))
                .param(id.value())
                .query((row, _) -> State.valueOf(row.getString(1)))
                .optional();
    }

    void running(EvaluationId id) {
        jdbc.sql("update evaluation set state = 'RUNNING' where id = ?").param(id.value()).update();
    }

    void finish(EvaluationId id, State state, Instant at) {
        jdbc.sql("update evaluation set state = ?, finished_at = ? where id = ?")
                .params(state.name(), Timestamp.from(at), id.value())
                .update();
    }

    private static Evaluation evaluation(ResultSet row, int index) throws SQLException {
        return new Evaluation(
                new EvaluationId(row.getObject("id", UUID.class)),
                new PolicyVersionRef(
                        row.getString("slug"),
                        row.getInt("policy_number"),
                        row.getString("policy_sha256")),
                source(row),
                State.valueOf(row.getString("state")),
                new Evaluation.Progress(
                        row.getInt("cases"), row.getInt("judged"), row.getInt("failed")),
                row.getString("started_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("finished_at")),
                repeated(row.getObject("repeats", UUID.class)));
    }

    private static @Nullable EvaluationId repeated(@Nullable UUID run) {
        return run == null ? null : new EvaluationId(run);
    }

    private static EvaluationSource source(ResultSet row) throws SQLException {
        return row.getString("kind").equals("GOLDEN")
                ? new EvaluationSource.Golden(
                        row.getInt("golden_number"), row.getString("golden_sha256"))
                : new EvaluationSource.Replay(
                        row.getInt("replay_count"), instant(row.getTimestamp("replay_since")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
