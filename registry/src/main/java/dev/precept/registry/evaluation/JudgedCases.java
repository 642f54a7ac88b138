package dev.precept.registry.evaluation;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.evaluation.EvaluationCase;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.evaluation.EvaluationId;
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

/// The cases of a run that came to an end, page by page in their order.
@Repository
class JudgedCases {

    private static final String PAGE =
            """
            select position, item_id, expected_outcome, expected_label, expected_rule, guarded,
                   language, verdict_id, outcome, coalesce(tokens, 0) as tokens,
                   coalesce(millis, 0) as millis
              from evaluation_case
             where evaluation_id = :run and position > :after and state in ('JUDGED', 'FAILED')
               and (:expected::text is null or expected_outcome = :expected)
               and (:actual::text is null or outcome = :actual)
               and (:result::text is null or :result =
                    case when outcome is null then 'FAILED'
                         when outcome = expected_outcome then 'RIGHT' else 'WRONG' end)
               and (:guarded::boolean is null or guarded = :guarded)
               and (:rule::text is null or expected_rule = :rule or :rule = any(rule_ids))
               and (:language::text is null or coalesce(language, 'und') = :language)
             order by position limit :limit
            """;

    private final JdbcClient jdbc;
    private final ItemContents contents;
    private final Verdicts verdicts;

    JudgedCases(JdbcClient jdbc, ItemContents contents, Verdicts verdicts) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.verdicts = verdicts;
    }

    Page<EvaluationCase> page(EvaluationId run, Wanted wanted, int after) {
        var page =
                Page.of(
                        rows(run, wanted, after),
                        Page.DEFAULT_SIZE,
                        row -> Integer.toString(row.position()));
        var shown = page.items();
        var said =
                verdicts.byId(
                        shown.stream().flatMap(row -> Stream.ofNullable(row.verdict())).toList());
        var texts = contents.byId(shown.stream().map(Row::item).toList());
        return page.with(shown.stream().map(row -> row.shown(texts, said)).toList());
    }

    private List<Row> rows(EvaluationId run, Wanted wanted, int after) {
        return jdbc.sql(PAGE)
                .param("run", run.value())
                .param("after", after)
                .param("expected", name(wanted.expected()))
                .param("actual", name(wanted.actual()))
                .param("result", name(wanted.result()))
                .param("guarded", wanted.guarded())
                .param("rule", wanted.rule())
                .param("language", wanted.language())
                .param("limit", Page.DEFAULT_SIZE + 1)
                .query((row, _) -> {
                    var verdict = row.getObject("verdict_id", UUID.class);
                    var outcome = row.getString("outcome");
                    return new Row(
                            row.getInt("position"),
                            new ItemId(row.getObject("item_id", UUID.class)),
                            new GoldenExpectation(
                                    Outcome.valueOf(row.getString("expected_outcome")),
                                    row.getString("expected_label"),
                                    row.getString("expected_rule")),
                            row.getBoolean("guarded"),
                            row.getString("language"),
                            outcome == null ? null : Outcome.valueOf(outcome),
                            verdict == null ? null : new VerdictId(verdict),
                            row.getInt("tokens"),
                            row.getLong("millis"));
                })
                .list();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /// Which cases are asked for; null stands for all.
    record Wanted(
            @Nullable Outcome expected,
            @Nullable Outcome actual,
            @Nullable Result result,
            @Nullable Boolean guarded,
            @Nullable String rule,
            @Nullable String language) {}

    private record Row(
            int position,
            ItemId item,
            GoldenExpectation expected,
            boolean guarded,
            @Nullable String language,
            @Nullable Outcome outcome,
            @Nullable VerdictId verdict,
            int tokens,
            long millis) {

        EvaluationCase shown(Map<ItemId, Content> texts, Map<VerdictId, Verdict> said) {
            return new EvaluationCase(
                    position,
                    Objects.requireNonNull(texts.get(item)),
                    expected,
                    guarded,
                    language,
                    result(),
                    verdict == null ? null : said.get(verdict),
                    tokens,
                    millis / 1_000.0);
        }

        private Result result() {
            if (outcome == null) {
                return Result.FAILED;
            }
            return outcome == expected.outcome() ? Result.RIGHT : Result.WRONG;
        }
    }
}
