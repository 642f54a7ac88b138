package dev.precept.registry.activation;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.Activation;
import dev.precept.contracts.rollout.Activation.State;
import dev.precept.contracts.rollout.ActivationId;
import dev.precept.registry.paging.NewestFirst;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Scheduled activations in the database.
@Repository
class ActivationRows {

    private final JdbcClient jdbc;

    ActivationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return whether there is such a policy, held now until the end of the transaction
    boolean holdPolicy(String slug) {
        return jdbc.sql("select slug from policy where slug = ? for update")
                .param(slug)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /// @return whether it is kept; not if the alias has another one for the same instant
    boolean insert(
            ActivationId id,
            String slug,
            String alias,
            int version,
            Instant at,
            ZoneId zone,
            String reason,
            String actor,
            Instant now) {
        return jdbc.sql(
                                """
                                insert into scheduled_activation
                                       (id, slug, alias, number, at, zone, reason, created_by,
                                        created_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(
                                id.value(),
                                slug,
                                alias,
                                version,
                                Timestamp.from(at),
                                zone.getId(),
                                reason,
                                actor,
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Activation> find(ActivationId id) {
        return jdbc.sql("select * from scheduled_activation where id = ?")
                .param(id.value())
                .query(ActivationRows::activation)
                .optional();
    }

    Page<Activation> page(String slug, @Nullable UUID before) {
        return NewestFirst.page(
                jdbc,
                "scheduled_activation",
                slug,
                before,
                ActivationRows::activation,
                Activation::id);
    }

    /// The earliest first, so that two of one alias happen in their order.
    List<Activation> due(Instant now) {
        return jdbc.sql(
                        """
                        select * from scheduled_activation
                         where state = 'PENDING' and at <= ? order by at, id
                        """)
                .param(Timestamp.from(now))
                .query(ActivationRows::activation)
                .list();
    }

    /// @return whether this call ended it
    boolean end(ActivationId id, State state, String actor, Instant at) {
        return end(id, state, actor, at, null);
    }

    boolean fail(ActivationId id, Activation.Failure failure, String actor, Instant at) {
        return end(id, State.FAILED, actor, at, failure);
    }

    private boolean end(
            ActivationId id,
            State state,
            String actor,
            Instant at,
            Activation.@Nullable Failure failure) {
        return jdbc.sql(
                                """
                                update scheduled_activation
                                   set state = ?, ended_by = ?, ended_at = ?, failure_code = ?,
                                       failure_detail = ?
                                 where id = ? and state = 'PENDING'
                                """)
                        .param(state.name())
                        .param(actor)
                        .param(Timestamp.from(at))
                        .param(failure == null ? null : failure.code())
                        .param(failure == null ? null : failure.detail())
                        .param(id.value())
                        .update()
                == 1;
    }

    private static Activation activation(ResultSet row, int index) throws SQLException {
        var at = row.getTimestamp("at").toInstant();
        var zone = row.getString("zone");
        var ended = row.getTimestamp("ended_at");
        var failure = row.getString("failure_code");
        return new Activation(
                new ActivationId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("alias"),
                row.getInt("number"),
                at,
                zone,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZoneId.of(zone))),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("ended_by"),
                ended == null ? null : ended.toInstant(),
                failure == null
                        ? null
                        : new Activation.Failure(failure, row.getString("failure_detail")));
    }
}
