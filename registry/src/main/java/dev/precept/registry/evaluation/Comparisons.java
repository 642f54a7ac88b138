package dev.precept.registry.evaluation;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.evaluation.Comparison;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import dev.precept.registry.item.ItemContents;
import dev.precept.registry.verdict.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Two runs beside each other, case by case of the same origin.
@Repository
class Comparisons {

    private static final String PAIRS =
            """
              from evaluation_case n
              join evaluation_case b on b.origin = n.origin and b.evaluation_id = :before
             where n.evaluation_id = :now and n.state = 'JUDGED' and b.state = 'JUDGED'
            """;

    private final JdbcClient jdbc;
    private final ItemContents contents;
    private final Verdicts verdicts;

    Comparisons(JdbcClient jdbc, ItemContents contents, Verdicts verdicts) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.verdicts = verdicts;
    }

    Comparison compare(EvaluationId before, EvaluationId now) {
        return jdbc.sql(
                        """
                        select count(*), count(*) filter (where n.outcome <> b.outcome),
                               count(*) filter (where b.outcome = n.expected_outcome
                                                  and n.outcome <> n.expected_outcome),
                               count(*) filter (where b.outcome <> n.expected_outcome
                                                  and n.outcome = n.expected_outcome)
                        """
                                + PAIRS)
                .param("before", before.value())
                .param("now", now.value())
                .query((row, _) ->
                        new Comparison(
                                before,
                                now,
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                Statistics.mcNemar(row.getInt(3), row.getInt(4))))
                .single();
    }

    Page<Flip> flips(EvaluationId before, EvaluationId now, int after, int size) {
        var page =
                Page.of(
                        pairs(before, now, after, size + 1),
                        size,
                        pair -> Integer.toString(pair.position()));
        var shown = page.items();
        var said =
                verdicts.byId(
                        shown.stream()
                                .flatMap(pair -> Stream.of(pair.before(), pair.now()))
                                .toList());
        var texts = contents.byId(shown.stream().map(Pair::item).toList());
        return page.with(shown.stream().map(pair -> flip(pair, texts, said)).toList());
    }

    private List<Pair> pairs(EvaluationId before, EvaluationId now, int after, int limit) {
        return jdbc.sql(
                        """
                        select n.position, n.item_id, n.expected_outcome, n.expected_label,
                               n.expected_rule, n.guarded, b.verdict_id as before_verdict,
                               n.verdict_id as now_verdict
                        """
                                + PAIRS
                                + """
                                  and n.outcome <> b.outcome and n.position > :after
                                order by n.position limit :limit
                                """)
                .param("before", before.value())
                .param("now", now.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Pair(
                                row.getInt("position"),
                                new ItemId(row.getObject("item_id", UUID.class)),
                                new GoldenExpectation(
                                        Outcome.valueOf(row.getString("expected_outcome")),
                                        row.getString("expected_label"),
                                        row.getString("expected_rule")),
                                row.getBoolean("guarded"),
                                new VerdictId(row.getObject("before_verdict", UUID.class)),
                                new VerdictId(row.getObject("now_verdict", UUID.class))))
                .list();
    }

    private static Flip flip(Pair pair, Map<ItemId, Content> texts, Map<VerdictId, Verdict> said) {
        return new Flip(
                pair.position(),
                Objects.requireNonNull(texts.get(pair.item())),
                pair.expected(),
                pair.guarded(),
                Objects.requireNonNull(said.get(pair.before())),
                Objects.requireNonNull(said.get(pair.now())));
    }

    private record Pair(
            int position,
            ItemId item,
            GoldenExpectation expected,
            boolean guarded,
            VerdictId before,
            VerdictId now) {}
}
