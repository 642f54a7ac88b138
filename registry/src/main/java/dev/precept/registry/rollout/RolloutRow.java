package dev.precept.registry.rollout;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutFigures;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.registry.policy.CandidateNamed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rollout as it is stored.
///
/// @param countedAfter sequence of the last pair that no longer counts for the limits
record RolloutRow(
        RolloutId id,
        String alias,
        Kind kind,
        PolicyVersionRef stable,
        PolicyVersionRef candidate,
        int share,
        List<Integer> steps,
        @Nullable Integer stepMinutes,
        @Nullable Instant nextStepAt,
        RolloutLimits limits,
        long countedAfter,
        State state,
        int revision,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {

    String slug() {
        return stable.slug();
    }

    /// What is asked before the candidate answers more items than it did.
    ///
    /// @return empty for a shadow, whose candidate answers none
    Optional<CandidateNamed> candidateNamed(String actor) {
        return kind == Kind.CANARY
                ? Optional.of(new CandidateNamed(slug(), alias, candidate.number(), actor))
                : Optional.empty();
    }

    /// @return null at the last step
    @Nullable Integer nextStep() {
        return nextStepAfter(share);
    }

    /// When the step after that share is due; null if none is, or people take them.
    @Nullable Instant stepAfter(int reached, Instant now) {
        return stepMinutes == null || nextStepAfter(reached) == null
                ? null
                : now.plus(Duration.ofMinutes(stepMinutes));
    }

    private @Nullable Integer nextStepAfter(int reached) {
        return steps.stream().filter(step -> step > reached).findFirst().orElse(null);
    }

    RolloutRow due(@Nullable Instant next) {
        return new RolloutRow(
                id,
                alias,
                kind,
                stable,
                candidate,
                share,
                steps,
                stepMinutes,
                next,
                limits,
                countedAfter,
                state,
                revision,
                startedBy,
                startedAt,
                endedAt);
    }

    Rollout view(RolloutFigures figures) {
        return new Rollout(
                id,
                slug(),
                alias,
                kind,
                stable.number(),
                candidate.number(),
                share,
                steps,
                stepMinutes,
                nextStepAt,
                limits,
                state,
                figures,
                revision,
                startedBy,
                startedAt,
                endedAt);
    }

    static RolloutRow read(ResultSet row, int index) throws SQLException {
        var slug = row.getString("slug");
        return new RolloutRow(
                new RolloutId(row.getObject("id", UUID.class)),
                row.getString("alias"),
                Kind.valueOf(row.getString("kind")),
                new PolicyVersionRef(
                        slug, row.getInt("stable_number"), row.getString("stable_sha256")),
                new PolicyVersionRef(
                        slug, row.getInt("candidate_number"), row.getString("candidate_sha256")),
                row.getInt("share"),
                List.of((Integer[]) row.getArray("steps").getArray()),
                (@Nullable Integer) row.getObject("step_minutes"),
                instant(row.getTimestamp("next_step_at")),
                new RolloutLimits(
                        row.getDouble("disagreement_limit"),
                        row.getDouble("undetermined_limit"),
                        row.getInt("minimum")),
                row.getLong("counted_after"),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
