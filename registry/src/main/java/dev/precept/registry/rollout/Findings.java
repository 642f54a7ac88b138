package dev.precept.registry.rollout;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.Disagreement;
import dev.precept.contracts.rollout.RolloutFigures;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.contracts.rollout.RolloutPoint;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import dev.precept.registry.evaluation.Statistics;
import dev.precept.registry.item.ItemContents;
import dev.precept.registry.verdict.Verdicts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what was seen of candidates.
@Repository
class Findings {

    private static final long MOST_POINTS = 60;
    private static final long[] SPANS = {1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400, 604_800};

    private final JdbcClient jdbc;
    private final ItemContents contents;
    private final Verdicts verdicts;
    private final Clock clock;

    Findings(JdbcClient jdbc, ItemContents contents, Verdicts verdicts, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    RolloutFigures figures(RolloutId id) {
        var kinds =
                jdbc.sql(
                                """
                                select stable_outcome, candidate_outcome, count(*) from rollout_pair
                                 where rollout_id = ? and candidate_outcome is not null
                                 group by 1, 2 order by 3 desc, 1, 2
                                """)
                        .param(id.value())
                        .query((row, _) ->
                                new Cell(
                                        outcome(row.getString(1)),
                                        Outcome.valueOf(row.getString(2)),
                                        row.getInt(3)))
                        .list();
        int judged = sum(kinds.stream());
        int undetermined =
                sum(kinds.stream().filter(cell -> cell.candidate() == Outcome.UNDETERMINED));
        int compared = sum(kinds.stream().filter(cell -> cell.stable() != null));
        var differing = kinds.stream().filter(Cell::differs).toList();
        return new RolloutFigures(
                judged,
                Statistics.share(undetermined, judged),
                Statistics.share(sum(differing.stream()), compared),
                differing.stream()
                        .map(cell ->
                                new RolloutFigures.Kind(
                                        Objects.requireNonNull(cell.stable()),
                                        cell.candidate(),
                                        cell.items()))
                        .toList());
    }

    /// Oldest first.
    List<RolloutPoint> course(RolloutRow rollout) {
        var ended = rollout.endedAt();
        var end = ended == null ? clock.instant() : ended;
        long span = span(Duration.between(rollout.startedAt(), end));
        return jdbc.sql(
                        """
                        select date_bin(make_interval(secs => ?), judged_at, timestamptz 'epoch'),
                               count(candidate_outcome),
                               count(*) filter (where candidate_outcome = 'UNDETERMINED'),
                               count(*) filter (where stable_outcome is not null
                                                  and candidate_outcome is not null),
                               count(*) filter (where stable_outcome <> candidate_outcome)
                          from rollout_pair where rollout_id = ? group by 1 order by 1
                        """)
                .params(span, rollout.id().value())
                .query((row, _) ->
                        new RolloutPoint(
                                row.getTimestamp(1).toInstant(),
                                span,
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5)))
                .list();
    }

    private static long span(Duration length) {
        return LongStream.of(SPANS)
                .filter(seconds -> length.toSeconds() / seconds <= MOST_POINTS)
                .findFirst()
                .orElse(SPANS[SPANS.length - 1]);
    }

    Page<Disagreement> disagreements(
            RolloutId id, @Nullable Outcome was, @Nullable Outcome is, long before) {
        var rows =
                jdbc.sql(
                                """
                                select * from rollout_pair
                                 where rollout_id = :id and sequence < :before
                                   and stable_outcome <> candidate_outcome
                                   and (:was::text is null or stable_outcome = :was)
                                   and (:is::text is null or candidate_outcome = :is)
                                 order by sequence desc limit :limit
                                """)
                        .param("id", id.value())
                        .param("before", before)
                        .param("was", was == null ? null : was.name())
                        .param("is", is == null ? null : is.name())
                        .param("limit", Page.DEFAULT_SIZE + 1)
                        .query((row, _) ->
                                new Pair(
                                        row.getLong("sequence"),
                                        new ItemId(row.getObject("item_id", UUID.class)),
                                        new VerdictId(row.getObject("stable_verdict", UUID.class)),
                                        new VerdictId(
                                                row.getObject("candidate_verdict", UUID.class))))
                        .list();
        var page = Page.of(rows, Page.DEFAULT_SIZE, pair -> Long.toString(pair.sequence()));
        var shown = page.items();
        var texts = contents.byId(shown.stream().map(Pair::item).toList());
        var said =
                verdicts.byId(
                        shown.stream()
                                .flatMap(pair -> Stream.of(pair.stable(), pair.candidate()))
                                .toList());
        return page.with(shown.stream().map(pair -> pair.view(texts, said)).toList());
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }

    private static int sum(Stream<Cell> cells) {
        return cells.mapToInt(Cell::items).sum();
    }

    /// Items on which both said so.
    private record Cell(@Nullable Outcome stable, Outcome candidate, int items) {

        boolean differs() {
            return stable != null && stable != candidate;
        }
    }

    private record Pair(long sequence, ItemId item, VerdictId stable, VerdictId candidate) {

        Disagreement view(Map<ItemId, Content> texts, Map<VerdictId, Verdict> said) {
            return new Disagreement(
                    sequence,
                    item,
                    Objects.requireNonNull(texts.get(item)),
                    Objects.requireNonNull(said.get(stable)),
                    Objects.requireNonNull(said.get(candidate)));
        }
    }
}
