package dev.precept.registry.policy;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.AliasMove;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
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
    /// never been. What went past closed gates and was not accepted by a review is passed over.
    Optional<Integer> previous(String slug, String alias) {
        var standing = new ArrayDeque<Step>();
        steps(slug, alias).forEach(step -> follow(standing, step));
        @Nullable Step now = standing.pollLast();
        return now == null
                ? Optional.empty()
                : standing.reversed().stream()
                        .filter(step -> step.stands() && step.to() != now.to())
                        .map(Step::to)
                        .findFirst();
    }

    private static void follow(Deque<Step> standing, Step step) {
        if (!step.back()) {
            standing.addLast(step);
            return;
        }
        standing.pollLast();
        while (!standing.isEmpty() && standing.getLast().to() != step.to()) {
            standing.removeLast();
        }
    }

    /// Oldest first.
    private List<Step> steps(String slug, String alias) {
        return jdbc.sql(
                        """
                        select move.to_number, move.cause = 'ROLLED_BACK', alias_move_stands(move)
                          from policy_alias_move move
                         where slug = ? and alias = ?
                         order by sequence
                        """)
                .params(slug, alias)
                .query((row, _) -> new Step(row.getInt(1), row.getBoolean(2), row.getBoolean(3)))
                .list();
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

    /// @param back whether it was a rollback
    /// @param stands whether a rollback may lead there
    private record Step(int to, boolean back, boolean stands) {}
}
