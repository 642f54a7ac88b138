package dev.precept.registry.policy;

import dev.precept.contracts.policy.Opinion;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What approvers said of a bundle; kept for ever.
@Repository
class Opinions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Opinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void approve(String slug, int number, String sha256, String reviewer, String comment) {
        keep(slug, number, sha256, reviewer, true, comment);
    }

    void decline(String slug, int number, String sha256, String reviewer, String reason) {
        keep(slug, number, sha256, reviewer, false, reason);
    }

    /// Newest first.
    List<Opinion> of(String slug, int number) {
        return jdbc.sql(
                        """
                        select sha256, reviewer, approves, comment, given_at from policy_opinion
                         where slug = ? and number = ? order by given_at desc, id desc
                        """)
                .params(slug, number)
                .query((row, _) ->
                        new Opinion(
                                row.getString("sha256"),
                                row.getString("reviewer"),
                                row.getBoolean("approves"),
                                row.getString("comment"),
                                row.getTimestamp("given_at").toInstant()))
                .list();
    }

    private void keep(
            String slug,
            int number,
            String sha256,
            String reviewer,
            boolean approves,
            String comment) {
        jdbc.sql(
                        """
                        insert into policy_opinion
                            (id, slug, number, sha256, reviewer, approves, comment, given_at)
                        values (uuidv7(), ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        slug,
                        number,
                        sha256,
                        reviewer,
                        approves,
                        comment,
                        Timestamp.from(clock.instant()))
                .update();
    }
}
