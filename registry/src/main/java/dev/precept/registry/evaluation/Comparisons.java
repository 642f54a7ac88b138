package dev.precept.registry.evaluation;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.evaluation.Comparison;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.evaluation.Comparison.FlipKind;
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
import org.jspecify.annotations.Nullable;
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

    private static final String CHANGE =
            """
            case when b.outcome = n.expected_outcome then 'BROKEN'
                 when n.outcome = n.expected_outcome then 'MENDED'
                 else 'STILL_WRONG' end
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
        var kinds = kinds(before, now);
        int broken = cases(kinds, Change.BROKEN);
        int mended = cases(kinds, Change.MENDED);
        int shared =
                jdbc.sql("select count(*)" + PAIRS)
                        .param("before", before.value())
                        .param("now", now.value())
                        .query(Integer.class)
                        .single();
        return new Comparison(
                before,
                now,
                shared,
                broken + mended + cases(kinds, Change.STILL_WRONG),
                broken,
                mended,
                Statistics.mcNemar(broken, mended),
                kinds);
    }

    private List<FlipKind> kinds(EvaluationId before, EvaluationId now) {
        return jdbc.sql(
                        "select b.outcome, n.outcome, "
                                + CHANGE
                                + ", count(*)"
                                + PAIRS
                                + """
                                  and n.outcome <> b.outcome
                                group by 1, 2, 3 order by 4 desc, 1, 2, 3
                                """)
                .param("before", before.value())
                .param("now", now.value())
                .query((row, _) ->
                        new FlipKind(
                                Outcome.valueOf(row.getString(1)),
                                Outcome.valueOf(row.getString(2)),
                                Change.valueOf(row.getString(3)),
                                row.getInt(4)))
                .list();
    }

    private static int cases(List<FlipKind> kinds, Change change) {
        return kinds.stream()
                .filter(kind -> kind.change() == change)
                .mapToInt(FlipKind::cases)
                .sum();
    }

    /// @param after the position that the page begins behind
    Page<Flip> flips(EvaluationId before, EvaluationId now, Wanted wanted, int after, int size) {
        var page =
                Page.of(
                        pairs(before, now, wanted, after, size + 1),
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

    private List<Pair> pairs(
            EvaluationId before, EvaluationId now, Wanted wanted, int after, int limit) {
        return jdbc.sql(
                        """
                        select n.position, n.item_id, n.expected_outcome, n.expected_label,
                               n.expected_rule, n.guarded, b.verdict_id as before_verdict,
                               n.verdict_id as now_verdict
                        """
                                + PAIRS
                                + """
                                  and n.outcome <> b.outcome and n.position > :after
                                  and (:was::text is null or b.outcome = :was)
                                  and (:is::text is null or n.outcome = :is)
                                  and (:change::text is null or :change =
                                """
                                + CHANGE
                                + """
                                )
                                order by n.position limit :limit
                                """)
                .param("before", before.value())
                .param("now", now.value())
                .param("after", after)
                .param("was", name(wanted.was()))
                .param("is", name(wanted.is()))
                .param("change", name(wanted.change()))
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

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
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

    /// Which flips are asked for; null stands for all.
    record Wanted(@Nullable Outcome was, @Nullable Outcome is, @Nullable Change change) {}

    private record Pair(
            int position,
            ItemId item,
            GoldenExpectation expected,
            boolean guarded,
            VerdictId before,
            VerdictId now) {}
}
