package dev.precept.registry.rollout;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.RolloutEvent;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.registry.ledger.Ledger;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The history of rollouts, kept for ever, and their ledger entries.
@Repository
class RolloutEvents {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    RolloutEvents(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Keeps what happened, with the share that holds from then on.
    void keep(RolloutRow row, Action action, int share, String actor, String reason) {
        jdbc.sql(
                        """
                        insert into rollout_event (rollout_id, action, share, actor, reason, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row.id().value(),
                        action.name(),
                        share,
                        actor,
                        reason,
                        Timestamp.from(clock.instant()))
                .update();
        ledger.append(
                actor,
                "policy.rollout." + action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "policy:" + row.slug(),
                Map.of(
                        "rollout", row.id().toString(),
                        "alias", row.alias(),
                        "kind", row.kind().name(),
                        "stable", row.stable().number(),
                        "candidate", row.candidate().number(),
                        "sha256", row.candidate().sha256(),
                        "share", share,
                        "reason", reason));
    }

    /// Newest first.
    Page<RolloutEvent> page(RolloutId id, long before, int size) {
        var found =
                jdbc.sql(
                                """
                                select * from rollout_event where rollout_id = ? and sequence < ?
                                 order by sequence desc limit ?
                                """)
                        .params(id.value(), before, size + 1)
                        .query((row, _) ->
                                new RolloutEvent(
                                        row.getLong("sequence"),
                                        Action.valueOf(row.getString("action")),
                                        row.getInt("share"),
                                        row.getString("actor"),
                                        row.getString("reason"),
                                        row.getTimestamp("at").toInstant()))
                        .list();
        return Page.of(found, size, event -> String.valueOf(event.sequence()));
    }
}
