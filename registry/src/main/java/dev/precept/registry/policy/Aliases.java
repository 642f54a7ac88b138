package dev.precept.registry.policy;

import dev.precept.contracts.policy.AliasMove;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where aliases point. Always read from the database, so that a moved alias holds for the very
/// next submission on every registry.
@Repository
class Aliases {

    private final JdbcClient jdbc;

    Aliases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Integer> number(String slug, String alias) {
        return jdbc.sql("select number from policy_alias where slug = ? and alias = ?")
                .params(slug, alias)
                .query(Integer.class)
                .optional();
    }

    /// The hash of the bundle that an alias points at.
    Optional<Target> target(String slug, String alias) {
        return jdbc.sql(
                        """
                        select number, sha256 from policy_alias where slug = ? and alias = ?
                        """)
                .params(slug, alias)
                .query((row, index) -> new Target(row.getInt(1), row.getString(2)))
                .optional();
    }

    /// Every policy's aliases, by slug.
    Map<String, Map<String, Integer>> all() {
        var all = new HashMap<String, Map<String, Integer>>();
        jdbc.sql("select slug, alias, number from policy_alias")
                .query(row -> {
                    all.computeIfAbsent(row.getString(1), slug -> new TreeMap<>())
                            .put(row.getString(2), row.getInt(3));
                });
        return all;
    }

    /// A policy's aliases, by name.
    List<Pointing> of(String slug) {
        return jdbc.sql("select * from policy_alias where slug = ? order by alias")
                .params(slug)
                .query(Aliases::pointing)
                .list();
    }

    Optional<Pointing> find(String slug, String alias) {
        return jdbc.sql("select * from policy_alias where slug = ? and alias = ?")
                .params(slug, alias)
                .query(Aliases::pointing)
                .optional();
    }

    /// Points an alias; the database sets the hash and keeps the move.
    void point(String slug, String alias, AliasDesk.Move move, String actor, Instant at) {
        jdbc.sql(
                        """
                        insert into policy_alias
                               (slug, alias, number, moved_by, moved_at, cause, reason)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (slug, alias) do update
                           set number = excluded.number,
                               moved_by = excluded.moved_by,
                               moved_at = excluded.moved_at,
                               cause = excluded.cause,
                               reason = excluded.reason
                        """)
                .params(
                        slug,
                        alias,
                        move.to(),
                        actor,
                        Timestamp.from(at),
                        move.cause().name(),
                        move.reason())
                .update();
    }

    private static Pointing pointing(ResultSet row, int index) throws SQLException {
        return new Pointing(
                row.getString("slug"),
                row.getString("alias"),
                row.getInt("number"),
                row.getString("moved_by"),
                row.getTimestamp("moved_at").toInstant(),
                AliasMove.Cause.valueOf(row.getString("cause")),
                row.getString("reason"));
    }

    /// A version by number and hash.
    record Target(int number, String sha256) {}

    /// An alias and who pointed it where.
    record Pointing(
            String slug,
            String name,
            int number,
            String movedBy,
            Instant movedAt,
            AliasMove.Cause cause,
            String reason) {}
}
