package dev.precept.registry.policy;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.AliasMove;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The history of aliases, which the database writes itself.
@Repository
class AliasMoves {

    private final JdbcClient jdbc;

    AliasMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Newest first.
    Page<AliasMove> page(String slug, String alias, long before, int size) {
        return Page.of(
                read(slug, alias, before, size + 1), size, move -> Long.toString(move.sequence()));
    }

    /// The version that the alias meant before the one it means now, as if what was rolled back had
    /// never been.
    Optional<Integer> previous(String slug, String alias) {
        var standing = new ArrayDeque<Integer>();
        for (var move : read(slug, alias, Long.MAX_VALUE, Integer.MAX_VALUE).reversed()) {
            if (move.cause() == AliasMove.Cause.ROLLED_BACK) {
                standing.pollLast();
            } else {
                standing.addLast(move.to());
            }
        }
        standing.pollLast();
        return Optional.ofNullable(standing.peekLast());
    }

    private List<AliasMove> read(String slug, String alias, long before, int limit) {
        return jdbc.sql(
                        """
                        select * from policy_alias_move
                         where slug = ? and alias = ? and sequence < ?
                         order by sequence desc limit ?
                        """)
                .params(slug, alias, before, limit)
                .query(AliasMoves::move)
                .list();
    }

    private static AliasMove move(ResultSet row, int number) throws SQLException {
        return new AliasMove(
                row.getLong("sequence"),
                row.getString("slug"),
                row.getString("alias"),
                (@Nullable Integer) row.getObject("from_number"),
                row.getInt("to_number"),
                AliasMove.Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getString("moved_by"),
                row.getTimestamp("moved_at").toInstant());
    }
}
