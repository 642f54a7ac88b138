package dev.precept.registry.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks at the rows whether everything since the last look was allowed, and whether what is live
/// may be.
final class WayCheck {

    private final JdbcClient jdbc;
    private final String slug;
    private long moves;
    private long events;

    WayCheck(JdbcClient jdbc, String slug) {
        this.jdbc = jdbc;
        this.slug = slug;
        this.moves = newest("policy_alias_move");
        this.events = newest("rollout_event");
    }

    /// @param laws what held before and after the step; the clock may have acted under either
    void look(String said, List<WayLaw> laws) {
        long movesUntil = newest("policy_alias_move");
        long eventsUntil = newest("rollout_event");
        movesUntil(movesUntil).forEach(move -> checkMove(said, move, laws));
        growthsUntil(eventsUntil).forEach(growth -> checkGrowth(said, growth, laws));
        moves = movesUntil;
        events = eventsUntil;
        checkLive(said);
        checkGlasses(said);
    }

    private List<Move> movesUntil(long last) {
        return jdbc.sql(
                        """
                        select cause, to_number, moved_by from policy_alias_move
                         where slug = ? and sequence > ? and sequence <= ?
                        """)
                .params(slug, moves, last)
                .query((row, _) ->
                        new Move(Cause.valueOf(row.getString(1)), row.getInt(2), row.getString(3)))
                .list();
    }

    private List<Growth> growthsUntil(long last) {
        return jdbc.sql(
                        """
                        select action, candidate_number as candidate, share_before, share,
                               case actor when 'precept' then started_by else actor end as actor
                          from (select event.*, rollout.candidate_number, rollout.started_by,
                                       lag(event.share, 1, 0) over (partition by rollout_id
                                                                    order by sequence) as share_before
                                  from rollout_event event join rollout on rollout.id = rollout_id
                                 where rollout.kind = 'CANARY' and rollout.slug = ?) event
                         where share > share_before and sequence > ? and sequence <= ?
                        """)
                .params(slug, events, last)
                .query((row, _) ->
                        new Growth(
                                Action.valueOf(row.getString(1)),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getString(5)))
                .list();
    }

    private void checkMove(String said, Move move, List<WayLaw> laws) {
        var told = said + ", " + move;
        switch (move.cause()) {
            case ROLLED_BACK ->
                    assertThat(stood(move.toNumber()))
                            .as(told + " leads to what stood before")
                            .isTrue();
            case BREAK_GLASS ->
                    assertThat(laws)
                            .as(told)
                            .anyMatch(law -> law.allowsWriter(move.toNumber(), move.movedBy()));
            case POINTED, PROMOTED, SCHEDULED ->
                    assertThat(laws)
                            .as(told)
                            .anyMatch(law -> law.allows(move.toNumber(), move.movedBy()));
        }
    }

    private static void checkGrowth(String said, Growth growth, List<WayLaw> laws) {
        assertThat(laws)
                .as(said + ", " + growth)
                .anyMatch(law -> law.allows(growth.candidate(), growth.actor()));
    }

    private void checkLive(String said) {
        int live = count("select number from policy_alias where slug = ? and alias = 'live'");
        boolean underGlass =
                0
                        < count(
                                """
                                select count(*) from break_glass join policy_alias using (slug, alias)
                                 where slug = ? and to_number = number and ended is null
                                """);
        assertThat(underGlass || stood(live))
                .as("%s: version %d is live by the rules or under open glass", said, live)
                .isTrue();
    }

    private void checkGlasses(String said) {
        assertThat(count("select count(*) from break_glass where slug = ? and reviewed_by is null"))
                .as(said + ": at most one review is owed")
                .isLessThanOrEqualTo(1);
        assertThat(
                        count(
                                """
                                select count(*) from break_glass again join break_glass first using (slug, to_number)
                                 where slug = ? and not first.accepted and first.broken_at < again.broken_at
                                """))
                .as(said + ": what was rejected does not come back")
                .isZero();
        assertThat(
                        count(
                                "select count(*) from break_glass where slug = ? and broken_by = reviewed_by"))
                .as(said)
                .isZero();
    }

    /// Whether a version was ever live by the rules, or past closed gates and accepted by a review.
    private boolean stood(int version) {
        return jdbc.sql(
                        """
                        select exists (select from policy_alias_move
                                        where slug = :slug and to_number = :version
                                          and cause in ('POINTED', 'PROMOTED', 'SCHEDULED'))
                            or exists (select from break_glass
                                        where slug = :slug and to_number = :version and accepted)
                        """)
                .param("slug", slug)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    private long newest(String table) {
        return jdbc.sql("select coalesce(max(sequence), 0) from " + table)
                .query(Long.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(slug).query(Integer.class).single();
    }

    private record Move(Cause cause, int toNumber, String movedBy) {}

    /// @param actor whoever started the canary where it stepped by itself
    private record Growth(Action action, int candidate, int shareBefore, int share, String actor) {}
}
