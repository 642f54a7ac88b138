package dev.precept.registry.rollout;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.contracts.verdict.Verdict;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what stable and candidate said of items, and counts it for the limits.
@Repository
class PairRows {

    /// The limits go by so many of the newest items: old ones do not hide new trouble.
    private static final int WINDOW = 10_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PairRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Keeps the answers of items, by one of the two versions.
    ///
    /// @return the items that this rollout has not seen before
    List<ItemId> begin(RolloutId id, boolean byCandidate, List<Verdict> verdicts) {
        var side = byCandidate ? "candidate" : "stable";
        return batches.query(
                """
                insert into rollout_pair (rollout_id, item_id, %1$s_verdict, %1$s_outcome, judged_at)
                select ?, fed.item, fed.verdict, fed.outcome, ?
                  from unnest(?::uuid[], ?::uuid[], ?::text[]) fed (item, verdict, outcome)
                 order by fed.item
                on conflict (rollout_id, item_id) do nothing
                returning item_id
                """
                        .formatted(side),
                (row, _) -> new ItemId(row.getObject(1, UUID.class)),
                id.value(),
                Timestamp.from(verdicts.getFirst().createdAt()),
                verdicts.stream().map(one -> one.itemId().value()).toArray(UUID[]::new),
                verdicts.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                verdicts.stream().map(one -> one.outcome().name()).toArray(String[]::new));
    }

    /// Adds what the other version said; whichever side is empty takes it.
    void complete(RolloutId id, List<Verdict> verdicts) {
        batches.update(
                """
                update rollout_pair pair
                   set stable_verdict = coalesce(pair.stable_verdict, fed.verdict),
                       stable_outcome = coalesce(pair.stable_outcome, fed.outcome),
                       candidate_verdict = coalesce(pair.candidate_verdict, fed.verdict),
                       candidate_outcome = coalesce(pair.candidate_outcome, fed.outcome)
                  from unnest(?::uuid[], ?::uuid[], ?::text[]) fed (item, verdict, outcome)
                 where pair.rollout_id = ? and pair.item_id = fed.item
                """,
                verdicts.stream().map(one -> one.itemId().value()).toArray(UUID[]::new),
                verdicts.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                verdicts.stream().map(one -> one.outcome().name()).toArray(String[]::new),
                id.value());
    }

    /// What counts for the limits: the newest items since the last resumption.
    HaltRule.Seen seen(RolloutRow rollout) {
        return jdbc.sql(
                        """
                        select count(candidate_outcome),
                               count(*) filter (where candidate_outcome = 'UNDETERMINED'),
                               count(*) filter (where stable_outcome is not null
                                                  and candidate_outcome is not null),
                               count(*) filter (where stable_outcome <> candidate_outcome)
                          from (select stable_outcome, candidate_outcome from rollout_pair
                                 where rollout_id = ? and sequence > ?
                                 order by sequence desc limit ?) newest
                        """)
                .params(rollout.id().value(), rollout.countedAfter(), WINDOW)
                .query((row, _) ->
                        new HaltRule.Seen(
                                row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }
}
