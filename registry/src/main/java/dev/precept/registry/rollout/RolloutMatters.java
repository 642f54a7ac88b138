package dev.precept.registry.rollout;

import dev.precept.contracts.access.Matter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What of rollouts waits for people.
@Repository
public class RolloutMatters {

    private final JdbcClient jdbc;

    RolloutMatters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Rollouts that are halted, the newest halt first.
    public List<Matter> halted() {
        return jdbc.sql(
                        """
                        select rollout.slug, rollout.candidate_number, halt.at,
                               format('The %s at %s was halted by %s. %s', lower(rollout.kind),
                                      rollout.alias,
                                      case halt.actor when 'precept' then 'itself' else halt.actor end,
                                      halt.reason)
                          from rollout
                          join lateral (select * from rollout_event event
                                         where event.rollout_id = rollout.id
                                           and event.action = 'HALTED'
                                         order by event.sequence desc limit 1) halt on true
                         where rollout.state = 'HALTED'
                         order by halt.at desc
                        """)
                .query((row, _) ->
                        new Matter(
                                Matter.Kind.ROLLOUT_HALTED,
                                row.getString(1),
                                row.getInt(2),
                                row.getString(4).strip(),
                                row.getTimestamp(3).toInstant()))
                .list();
    }
}
