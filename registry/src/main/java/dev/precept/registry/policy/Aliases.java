package dev.precept.registry.policy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
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
                        select version.number, version.sha256
                          from policy_alias alias
                          join policy_version version using (slug, number)
                         where alias.slug = ? and alias.alias = ?
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

    void point(String slug, String alias, int number, String actor, Instant at) {
        jdbc.sql(
                        """
                        insert into policy_alias (slug, alias, number, moved_by, moved_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (slug, alias) do update
                           set number = excluded.number,
                               moved_by = excluded.moved_by,
                               moved_at = excluded.moved_at
                        """)
                .params(slug, alias, number, actor, Timestamp.from(at))
                .update();
    }

    /// A version by number and hash.
    record Target(int number, String sha256) {}
}
