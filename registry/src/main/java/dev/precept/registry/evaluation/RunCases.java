package dev.precept.registry.evaluation;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The cases of runs: gathered, queued, collected. Each method is one statement or two.
@Repository
class RunCases {

    /// The items of an earlier replay, except those that another version of it judged live itself:
    /// what a version has said is no measure of it.
    private static final String SAME_ITEMS =
            """
              from evaluation_case c join evaluation e on e.id = c.evaluation_id
             where e.id = :repeats
               and (e.policy_number = :number or not exists (
                    select 1 from verdict v join job j on j.id = v.job_id
                     where v.item_id = c.origin and v.policy_slug = e.slug
                       and v.policy_number = :number and j.purpose = 'LIVE'))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    RunCases(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /// A case that waits.
    ///
    /// @param item that holds its content already, from an earlier run
    record Waiting(int position, UUID origin, @Nullable ItemId item, Content content) {}

    /// A frozen set gives the same cases whenever it is asked.
    void gather(Evaluation run) {
        var repeats = run.repeats();
        switch (run.source()) {
            case EvaluationSource.Golden _ -> gatherGolden(run);
            case EvaluationSource.Replay replay -> {
                if (repeats == null) {
                    gatherReplay(run, replay);
                } else {
                    gatherAgain(run, repeats);
                }
            }
        }
    }

    /// How many items of a replay another version can be held against.
    int left(EvaluationId replay, PolicyVersionRef version) {
        return jdbc.sql("select count(*)" + SAME_ITEMS)
                .param("repeats", replay.value())
                .param("number", version.number())
                .query(Integer.class)
                .single();
    }

    private void gatherAgain(Evaluation run, EvaluationId repeats) {
        jdbc.sql(
                        """
                        insert into evaluation_case
                               (evaluation_id, position, origin, expected_outcome, expected_label,
                                expected_rule, guarded, language)
                        select :run, c.position, c.origin, c.expected_outcome, c.expected_label,
                               c.expected_rule, c.guarded, c.language
                        """
                                + SAME_ITEMS)
                .param("run", run.id().value())
                .param("repeats", repeats.value())
                .param("number", run.policyVersion().number())
                .update();
    }

    private void gatherGolden(Evaluation run) {
        jdbc.sql(
                        """
                        insert into evaluation_case
                               (evaluation_id, position, origin, expected_outcome, expected_label,
                                expected_rule, guarded, language)
                        select e.id, row_number() over (order by g.id), g.id, g.outcome, g.label,
                               g.rule_id, g.guarded, g.content::jsonb ->> 'language'
                          from evaluation e
                          join golden_set_member m
                            on m.slug = e.slug and m.number = e.golden_number
                          join golden_case g on g.id = m.case_id
                         where e.id = ?
                        """)
                .param(run.id().value())
                .update();
    }

    /// Items are drawn by a hash of item and run: at random, and the same again for this run. What
    /// the version itself has said of them, under another alias or in a canary, is no measure of
    /// it.
    private void gatherReplay(Evaluation run, EvaluationSource.Replay replay) {
        var since = replay.since();
        jdbc.sql(
                        """
                        with newest as (
                            select distinct on (v.item_id) v.*
                              from verdict v join job j on j.id = v.job_id
                             where v.policy_slug = :slug and j.purpose = 'LIVE'
                               and v.policy_number <> :number
                               and (:since::timestamptz is null or v.created_at >= :since)
                             order by v.item_id, v.created_at desc),
                        sample as (
                            select * from newest order by md5(item_id::text || :id) limit :count)
                        insert into evaluation_case
                               (evaluation_id, position, origin, expected_outcome, expected_label,
                                expected_rule, guarded, language)
                        select :id::uuid, row_number() over (order by s.item_id), s.item_id,
                               s.outcome, s.labels[1], s.rule_ids[1], false,
                               i.content ->> 'language'
                          from sample s join item i on i.id = s.item_id
                        """)
                .param("slug", run.policyVersion().slug())
                .param("number", run.policyVersion().number())
                .param("since", since == null ? null : Timestamp.from(since))
                .param("id", run.id().toString())
                .param("count", replay.count())
                .update();
    }

    Set<String> expectedRules(EvaluationId run) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select distinct expected_rule from evaluation_case
                                 where evaluation_id = ? and expected_rule is not null
                                """)
                        .param(run.value())
                        .query(String.class)
                        .list());
    }

    /// Expects the rules that stand for earlier ones now, or no rule.
    void expectInstead(EvaluationId run, Map<String, Optional<String>> successors) {
        if (successors.isEmpty()) {
            return;
        }
        var entries = List.copyOf(successors.entrySet());
        batches.update(
                """
                update evaluation_case c set expected_rule = went.rule
                  from unnest(?::text[], ?::text[]) went (id, rule)
                 where c.evaluation_id = ? and c.expected_rule = went.id
                """,
                entries.stream().map(Map.Entry::getKey).toArray(String[]::new),
                entries.stream().map(entry -> entry.getValue().orElse(null)).toArray(String[]::new),
                run.value());
    }

    List<Waiting> waiting(EvaluationId run, int limit) {
        return jdbc.sql(
                        """
                        select c.position, c.origin, k.item_id,
                               coalesce(g.content, i.content::text) as content
                          from evaluation_case c
                          left join evaluation_item k on k.origin = c.origin
                          left join golden_case g on g.id = c.origin
                          left join item i on i.id = c.origin
                         where c.evaluation_id = ? and c.state = 'WAITING'
                         order by c.position limit ?
                        """)
                .params(run.value(), limit)
                .query((row, _) -> {
                    var item = row.getObject("item_id", UUID.class);
                    return new Waiting(
                            row.getInt("position"),
                            row.getObject("origin", UUID.class),
                            item == null ? null : new ItemId(item),
                            json.readValue(row.getString("content"), Content.class));
                })
                .list();
    }

    void keepItems(List<UUID> origins, List<ItemId> items) {
        batches.update(
                """
                insert into evaluation_item (origin, item_id) select * from unnest(?::uuid[], ?::uuid[])
                """,
                origins.toArray(UUID[]::new),
                ids(items));
    }

    void queued(EvaluationId run, List<Integer> positions, List<ItemId> items) {
        batches.update(
                """
                update evaluation_case c set state = 'QUEUED', item_id = fed.item
                  from unnest(?::int[], ?::uuid[]) fed (position, item)
                 where c.evaluation_id = ? and c.position = fed.position
                """,
                positions.toArray(Integer[]::new),
                ids(items),
                run.value());
    }

    private static UUID[] ids(List<ItemId> items) {
        return items.stream().map(ItemId::value).toArray(UUID[]::new);
    }

    /// Takes over what the queue has ended since.
    void collect(EvaluationId run) {
        jdbc.sql(
                        """
                        update evaluation_case c
                           set state = 'JUDGED', verdict_id = v.id, outcome = v.outcome,
                               labels = v.labels, rule_ids = v.rule_ids,
                               rationale_length = length(coalesce(v.account ->> 'reasoning',
                                                                  v.rationale)),
                               tokens = coalesce((v.account #>> '{tokens,prompt}')::int, 0)
                                      + coalesce((v.account #>> '{tokens,reasoning}')::int, 0)
                                      + coalesce((v.account #>> '{tokens,answer}')::int, 0),
                               millis = v.inference_millis
                          from job j join verdict v on v.job_id = j.id
                         where c.evaluation_id = :run and c.state = 'QUEUED'
                           and j.batch_id = :run and j.status = 'DONE' and j.item_id = c.item_id
                        """)
                .param("run", run.value())
                .update();
        jdbc.sql(
                        """
                        update evaluation_case c set state = 'FAILED'
                          from job j
                         where c.evaluation_id = :run and c.state = 'QUEUED'
                           and j.batch_id = :run and j.status = 'DEAD' and j.item_id = c.item_id
                        """)
                .param("run", run.value())
                .update();
    }

    int count(EvaluationId run, String state) {
        return jdbc.sql(
                        "select count(*) from evaluation_case where evaluation_id = ? and state = ?")
                .params(run.value(), state)
                .query(Integer.class)
                .single();
    }
}
