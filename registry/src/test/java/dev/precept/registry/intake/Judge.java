package dev.precept.registry.intake;

import dev.precept.contracts.verdict.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ends the waiting jobs of one policy, as a worker's report would.
final class Judge {

    private final JdbcClient jdbc;

    Judge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every waiting job, with the same answer.
    ///
    /// @return how many
    int all(String slug, Outcome outcome, double confidence) {
        return jdbc.sql(
                        """
                        with ended as (
                            update job set status = 'DONE', attempt = 1, ended_at = now()
                             where policy_slug = :slug and status = 'QUEUED' returning *)
                        insert into verdict
                        select uuidv7(), id, item_id, policy_slug, policy_number, policy_sha256,
                               :outcome, case when :outcome = 'VIOLATES' then array['noise'] else '{}' end,
                               array['NO1'], :confidence, 'STATED', 'closest to NO1', 'fake', 'd1',
                               'none', '{}', 1, 2, 3, false, now()
                          from ended
                        """)
                .param("slug", slug)
                .param("outcome", outcome.name())
                .param("confidence", confidence)
                .update();
    }

    /// Gives every waiting job up.
    int giveUp(String slug) {
        return jdbc.sql(
                        """
                        update job set status = 'DEAD', attempt = 3, ended_at = now(),
                               failure_code = 'engine-failed', failure_detail = 'no answer'
                         where policy_slug = :slug and status = 'QUEUED'
                        """)
                .param("slug", slug)
                .update();
    }
}
