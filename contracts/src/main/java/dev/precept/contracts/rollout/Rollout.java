package dev.precept.contracts.rollout;

import dev.precept.contracts.revision.Revisioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A candidate on its way to an alias.
///
/// @param stable the version that the alias points at
/// @param candidate the version that is tried
/// @param share of the alias's items, in percent: for a canary those that the candidate judges, for
///   a shadow those that it judges beside the stable version
/// @param steps the shares that it is to go through
/// @param stepMinutes between steps that are taken by themselves; null if a person takes them
/// @param nextStepAt when the next step is due; null if none is
/// @param revision for `If-Match`
public record Rollout(
        RolloutId id,
        String slug,
        String alias,
        Kind kind,
        int stable,
        int candidate,
        int share,
        List<Integer> steps,
        @Nullable Integer stepMinutes,
        @Nullable Instant nextStepAt,
        RolloutLimits limits,
        State state,
        RolloutFigures figures,
        int revision,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt)
        implements Revisioned {

    public Rollout {
        steps = List.copyOf(steps);
    }

    /// @return null at the last step
    public @Nullable Integer nextStep() {
        return steps.stream().filter(step -> step > share).findFirst().orElse(null);
    }

    public boolean open() {
        return endedAt == null;
    }

    /// What a candidate's verdicts are good for.
    public enum Kind {
        /// They are the answers of the items that fall into the share.
        CANARY,
        /// Nothing: they are only compared.
        SHADOW
    }

    /// Where a rollout stands.
    public enum State {
        RUNNING,
        /// Everything goes to the stable version until somebody resumes or aborts it.
        HALTED,
        /// The alias points at the candidate.
        PROMOTED,
        ABORTED,
        /// The alias was moved meanwhile.
        ENDED
    }
}
