package dev.precept.registry.activation;

import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.Matter.Kind;
import dev.precept.registry.access.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What of activations and broken glass waits for people.
@Repository
public class ActivationMatters {

    private static final Duration KEPT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Clock clock;

    ActivationMatters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Broken glass without a review, the newest first; nobody reviews their own.
    public List<Matter> toReview(Actor reviewer) {
        return jdbc.sql(
                        """
                        select slug, to_number, broken_at,
                               format('%s moved %s past closed gates: %s', broken_by, alias, reason)
                          from break_glass
                         where reviewed_by is null and broken_by <> ?
                         order by broken_at desc
                        """)
                .param(reviewer.name())
                .query((row, _) -> matter(Kind.BREAK_GLASS_UNREVIEWED, row))
                .list();
    }

    /// Activations that were refused and that nothing has followed at their alias, the newest
    /// first.
    public List<Matter> failed() {
        return jdbc.sql(
                        """
                        select slug, number, ended_at,
                               format('%s was to move. %s', alias, failure_detail)
                          from scheduled_activation failed
                         where state = 'FAILED' and ended_at > ?
                           and not exists (select from policy_alias_move move
                                            where move.slug = failed.slug
                                              and move.alias = failed.alias
                                              and move.moved_at > failed.ended_at)
                           and not exists (select from scheduled_activation next
                                            where next.slug = failed.slug
                                              and next.alias = failed.alias
                                              and next.created_at > failed.ended_at)
                         order by ended_at desc
                        """)
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .query((row, _) -> matter(Kind.ACTIVATION_FAILED, row))
                .list();
    }

    private static Matter matter(Kind kind, ResultSet row) throws SQLException {
        return new Matter(
                kind,
                row.getString(1),
                row.getInt(2),
                row.getString(4),
                row.getTimestamp(3).toInstant());
    }
}
