package dev.precept.registry.rollout;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.registry.paging.NewestFirst;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rollouts in the database, which guards their arrows and carries canaries to their aliases.
@Repository
class RolloutRows {

    private final JdbcClient jdbc;

    RolloutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds the policy until the end of the transaction, as every move of its aliases does.
    ///
    /// @param wait whether to wait for whoever holds it
    /// @return whether there is one, and it is held now
    boolean holdPolicy(String slug, boolean wait) {
        return jdbc.sql(
                        "select slug from policy where slug = ? for update"
                                + (wait ? "" : " skip locked"))
                .param(slug)
                .query(String.class)
                .optional()
                .isPresent();
    }

    void insert(RolloutRow row) {
        jdbc.sql(
                        """
                        insert into rollout
                               (id, slug, alias, kind, stable_number, stable_sha256,
                                candidate_number, candidate_sha256, share, steps, step_minutes,
                                next_step_at, disagreement_limit, undetermined_limit, minimum,
                                started_by, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(row.id().value())
                .param(row.stable().slug())
                .param(row.alias())
                .param(row.kind().name())
                .param(row.stable().number())
                .param(row.stable().sha256())
                .param(row.candidate().number())
                .param(row.candidate().sha256())
                .param(row.share())
                .param(row.steps().toArray(Integer[]::new))
                .param(row.stepMinutes())
                .param(stamp(row.nextStepAt()))
                .param(row.limits().disagreement())
                .param(row.limits().undetermined())
                .param(row.limits().minimum())
                .param(row.startedBy())
                .param(Timestamp.from(row.startedAt()))
                .update();
    }

    Optional<RolloutRow> find(RolloutId id) {
        return jdbc.sql("select * from rollout where id = ?")
                .param(id.value())
                .query(RolloutRow::read)
                .optional();
    }

    /// Newest first, from before an id on.
    Page<RolloutRow> page(String slug, @Nullable UUID before) {
        return NewestFirst.page(jdbc, "rollout", slug, before, RolloutRow::read, RolloutRow::id);
    }

    /// Those that have not ended, newest first.
    List<RolloutRow> open(String slug) {
        return jdbc.sql(
                        "select * from rollout where slug = ? and ended_at is null order by id desc")
                .param(slug)
                .query(RolloutRow::read)
                .list();
    }

    /// Those of an alias that have not ended.
    List<RolloutRow> openAt(String slug, String alias) {
        return jdbc.sql("select * from rollout where slug = ? and alias = ? and ended_at is null")
                .params(slug, alias)
                .query(RolloutRow::read)
                .list();
    }

    List<RolloutRow> running() {
        return jdbc.sql("select * from rollout where state = 'RUNNING' order by id")
                .query(RolloutRow::read)
                .list();
    }

    /// Where the alias points, whether or not the rollout knows.
    boolean aliasHasLeft(RolloutRow row) {
        return !jdbc.sql("select number from policy_alias where slug = ? and alias = ?")
                .params(row.stable().slug(), row.alias())
                .query(Integer.class)
                .single()
                .equals(row.stable().number());
    }

    void share(RolloutId id, int share, @Nullable Instant nextStepAt) {
        jdbc.sql(
                        """
                        update rollout set share = ?, next_step_at = ?, revision = revision + 1
                         where id = ?
                        """)
                .param(share)
                .param(stamp(nextStepAt))
                .param(id.value())
                .update();
    }

    void halt(RolloutId id) {
        jdbc.sql(
                        """
                        update rollout set state = 'HALTED', next_step_at = null,
                                           revision = revision + 1
                         where id = ?
                        """)
                .param(id.value())
                .update();
    }

    /// Runs again; what was seen until now no longer counts for the limits.
    void resume(RolloutId id, @Nullable Instant nextStepAt) {
        jdbc.sql(
                        """
                        update rollout
                           set state = 'RUNNING', next_step_at = ?, revision = revision + 1,
                               counted_after = coalesce((select max(sequence) from rollout_pair
                                                          where rollout_id = rollout.id), 0)
                         where id = ?
                        """)
                .param(stamp(nextStepAt))
                .param(id.value())
                .update();
    }

    void end(RolloutId id, State state, Instant at) {
        jdbc.sql(
                        """
                        update rollout set state = ?, ended_at = ?, next_step_at = null,
                                           revision = revision + 1
                         where id = ?
                        """)
                .params(state.name(), Timestamp.from(at), id.value())
                .update();
    }

    /// Ended rollouts whose comparisons may still wait in the queue.
    List<RolloutId> unswept() {
        return jdbc.sql("select id from rollout where ended_at is not null and not swept")
                .query((row, _) -> new RolloutId(row.getObject(1, UUID.class)))
                .list();
    }

    /// @return whether this call did it
    boolean sweep(RolloutId id) {
        return jdbc.sql("update rollout set swept = true where id = ? and not swept")
                        .param(id.value())
                        .update()
                == 1;
    }

    int count(State state) {
        return jdbc.sql("select count(*) from rollout where state = ? and ended_at is null")
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
