package dev.precept.console.testing;

import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.Disagreement;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutApi;
import dev.precept.contracts.rollout.RolloutEvent;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import dev.precept.contracts.rollout.RolloutFigures;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.contracts.rollout.RolloutPoint;
import dev.precept.contracts.rollout.RolloutStep;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One canary of version 2 at `live` of `spam` at most, with 3 of 60 items that disagree.
public final class FakeRolloutApi implements RolloutApi {

    private final List<RolloutEvent> events = new ArrayList<>();
    private @Nullable NewRollout started;
    private @Nullable Rollout one;

    public FakeRolloutApi running() {
        one = canary(5, State.RUNNING, 3);
        return this;
    }

    /// Halted by the registry itself.
    public FakeRolloutApi halted() {
        one = canary(5, State.HALTED, 4);
        keep(Action.HALTED, "precept", "9 of 60 disagree: 15.0 %, surely more than 7.2 %.");
        return this;
    }

    /// What was asked for last.
    public @Nullable NewRollout started() {
        return started;
    }

    public Rollout now() {
        return Objects.requireNonNull(one);
    }

    private Rollout canary(int share, State state, int revision) {
        boolean open = state == State.RUNNING || state == State.HALTED;
        return new Rollout(
                new RolloutId(new UUID(7, 1)),
                "spam",
                "live",
                Kind.CANARY,
                1,
                2,
                share,
                List.of(1, 5, 25, 50),
                null,
                null,
                RolloutLimits.DEFAULT,
                state,
                new RolloutFigures(
                        60,
                        new Interval(0.1, 0.05, 0.2, 60),
                        new Interval(0.05, 0.02, 0.14, 60),
                        List.of(
                                new RolloutFigures.Kind(Outcome.SAFE, Outcome.VIOLATES, 2),
                                new RolloutFigures.Kind(Outcome.VIOLATES, Outcome.SAFE, 1))),
                revision,
                "ben",
                Samples.NOW,
                open ? null : Samples.NOW);
    }

    private Rollout move(int share, State state, Action action, @Nullable String reason) {
        one = canary(share, state, now().revision() + 1);
        keep(action, "ben", Objects.requireNonNullElse(reason, ""));
        return one;
    }

    private void keep(Action action, String actor, String reason) {
        events.addFirst(new RolloutEvent(events.size() + 1, action, 5, actor, reason, Samples.NOW));
    }

    private void require(String revision) {
        if (!revision.equals("\"" + now().revision() + "\"")) {
            throw new PreceptException(ErrorCode.STALE_WRITE, "It is at another revision.");
        }
    }

    @Override
    public Page<Rollout> list(String slug, @Nullable String cursor) {
        return new Page<>(one == null ? List.of() : List.of(one), null);
    }

    @Override
    public List<Rollout> open(String slug) {
        return one != null && one.open() ? List.of(one) : List.of();
    }

    @Override
    public Rollout start(String slug, NewRollout wish) {
        started = wish;
        one = canary(1, State.RUNNING, 1);
        return one;
    }

    @Override
    public Rollout get(String slug, RolloutId id) {
        return now();
    }

    @Override
    public Page<RolloutEvent> events(String slug, RolloutId id, @Nullable String cursor, int size) {
        return new Page<>(events, null);
    }

    @Override
    public List<RolloutPoint> course(String slug, RolloutId id) {
        return List.of(
                new RolloutPoint(Samples.NOW, 60, 40, 4, 40, 1),
                new RolloutPoint(Samples.NOW.plusSeconds(60), 60, 20, 2, 20, 2));
    }

    @Override
    public Page<Disagreement> disagreements(
            String slug,
            RolloutId id,
            @Nullable Outcome was,
            @Nullable Outcome is,
            @Nullable String cursor) {
        var all =
                List.of(
                        differ(3, Outcome.SAFE, Outcome.VIOLATES),
                        differ(2, Outcome.SAFE, Outcome.VIOLATES),
                        differ(1, Outcome.VIOLATES, Outcome.SAFE));
        return new Page<>(
                all.stream()
                        .filter(each -> was == null || each.stable().outcome() == was)
                        .filter(each -> is == null || each.candidate().outcome() == is)
                        .toList(),
                null);
    }

    private static Disagreement differ(long sequence, Outcome was, Outcome is) {
        return new Disagreement(
                sequence,
                new ItemId(new UUID(8, sequence)),
                Samples.content(),
                Samples.verdict(was),
                Samples.verdict(is));
    }

    @Override
    public Rollout step(String slug, RolloutId id, String revision, RolloutStep step) {
        require(revision);
        var next = step.share() == null ? now().nextStep() : step.share();
        return move(Objects.requireNonNull(next), State.RUNNING, Action.STEPPED, step.reason());
    }

    @Override
    public Rollout halt(String slug, RolloutId id, RolloutAction action) {
        return move(now().share(), State.HALTED, Action.HALTED, action.reason());
    }

    @Override
    public Rollout resume(String slug, RolloutId id, String revision, RolloutAction action) {
        require(revision);
        return move(now().share(), State.RUNNING, Action.RESUMED, action.reason());
    }

    @Override
    public Rollout promote(String slug, RolloutId id, String revision, RolloutAction action) {
        require(revision);
        return move(now().share(), State.PROMOTED, Action.PROMOTED, action.reason());
    }

    @Override
    public Rollout abort(String slug, RolloutId id, RolloutAction action) {
        return move(now().share(), State.ABORTED, Action.ABORTED, action.reason());
    }
}
