package dev.precept.registry.review;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.VerdictId;
import dev.precept.registry.verdict.Verdicts;
import dev.precept.registry.verdict.VerdictsRecorded;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Records verdicts as a completed job would, so that routing opens cases for them.
final class CaseMaker {

    private final JdbcClient jdbc;
    private final Verdicts verdicts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CaseMaker(
            JdbcClient jdbc,
            Verdicts verdicts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.verdicts = verdicts;
        this.events = events;
        this.transaction = transaction;
    }

    /// @return the cases that opened, oldest first
    List<CaseId> record(PolicyVersionRef policy, Outcome outcome, double confidence, int count) {
        return transaction.execute(status -> {
            var ids = insert(policy, outcome, confidence, count);
            events.publishEvent(new VerdictsRecorded(List.copyOf(verdicts.byId(ids).values())));
            return jdbc.sql("select id from review_case where verdict_id in (:ids) order by id")
                    .param("ids", ids.stream().map(VerdictId::value).toList())
                    .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                    .list();
        });
    }

    CaseId undetermined(PolicyVersionRef policy) {
        return record(policy, Outcome.UNDETERMINED, 0.5, 1).getFirst();
    }

    private List<VerdictId> insert(
            PolicyVersionRef policy, Outcome outcome, double confidence, int count) {
        return jdbc.sql(
                        """
                        with made as (
                            insert into item (id, content, submitted_by, submitted_at)
                            select uuidv7(),
                                   jsonb_build_object('kind', 'message', 'text',
                                                      'Drums, take ' || gen_random_uuid()),
                                   'shop', now()
                              from generate_series(1, :count)
                            returning id),
                        ended as (
                            insert into job (id, item_id, policy_slug, policy_number, policy_sha256,
                                             purpose, lane, status, attempt, created_at,
                                             available_at, rank_at, ended_at)
                            select uuidv7(), id, :slug, :number, :sha256, 'LIVE', 'BULK', 'DONE', 1,
                                   now(), now(), now(), now()
                              from made
                            returning id, item_id)
                        insert into verdict
                        select uuidv7(), id, item_id, :slug, :number, :sha256, :outcome,
                               case when :outcome = 'VIOLATES' then array['noise'] else '{}' end,
                               array['NO1'], :confidence, 'STATED', 'closest to NO1', 'fake', 'd1',
                               'none', '{}', 1, 2, 3, false, now()
                          from ended
                        returning id
                        """)
                .param("count", count)
                .param("slug", policy.slug())
                .param("number", policy.number())
                .param("sha256", policy.sha256())
                .param("outcome", outcome.name())
                .param("confidence", confidence)
                .query((row, number) -> new VerdictId(row.getObject("id", UUID.class)))
                .list();
    }
}
