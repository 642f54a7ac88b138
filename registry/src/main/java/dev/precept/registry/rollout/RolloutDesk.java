package dev.precept.registry.rollout;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.contracts.rollout.RolloutStep;
import dev.precept.registry.access.Actor;
import dev.precept.registry.policy.AliasDesk;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.policy.PolicyShelf;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do with rollouts. Every step is one transaction that holds the policy's row.
@Service
@Transactional
class RolloutDesk {

    private final RolloutRows rollouts;
    private final RolloutEvents history;
    private final Findings findings;
    private final PolicyDirectory policies;
    private final PolicyShelf shelf;
    private final AliasDesk aliases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RolloutDesk(
            RolloutRows rollouts,
            RolloutEvents history,
            Findings findings,
            PolicyDirectory policies,
            PolicyShelf shelf,
            AliasDesk aliases,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rollouts = rollouts;
        this.history = history;
        this.findings = findings;
        this.policies = policies;
        this.shelf = shelf;
        this.aliases = aliases;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Rollout> page(String slug, @Nullable UUID before) {
        shelf.require(slug);
        var page = rollouts.page(slug, before);
        return page.with(page.items().stream().map(this::view).toList());
    }

    @Transactional(readOnly = true)
    public List<Rollout> open(String slug) {
        shelf.require(slug);
        return rollouts.open(slug).stream().map(this::view).toList();
    }

    @Transactional(readOnly = true)
    public Rollout get(String slug, RolloutId id) {
        return view(find(slug, id));
    }

    /// @throws PreceptException `not-found`, also for a rollout of another policy
    @Transactional(readOnly = true)
    public RolloutRow find(String slug, RolloutId id) {
        return rollouts.find(id)
                .filter(row -> row.slug().equals(slug))
                .orElseThrow(() ->
                        new PreceptException(
                                ErrorCode.NOT_FOUND,
                                "The policy %s has no rollout %s.".formatted(slug, id)));
    }

    public Rollout start(Actor actor, String slug, NewRollout wish) {
        var alias = Objects.requireNonNullElse(wish.alias(), Policy.LIVE);
        var reason = RolloutCheck.reason(wish.reason());
        var steps = RolloutCheck.steps(wish.steps());
        var limits = RolloutCheck.limits(wish.limits());
        RolloutCheck.minutes(wish.stepMinutes());
        hold(slug);
        var stable = policies.ask(slug + "@" + alias);
        if (stable.alias() == null) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A rollout needs an alias; %s is a version.".formatted(alias));
        }
        var candidate = candidate(slug, wish.candidate());
        RolloutCheck.apart(stable.version(), candidate, alias);
        RolloutCheck.noneOpen(rollouts.openAt(slug, alias), wish.kind());
        var now = clock.instant();
        var draft =
                new RolloutRow(
                        new RolloutId(UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                        alias,
                        wish.kind(),
                        stable.version(),
                        candidate,
                        steps.getFirst(),
                        steps,
                        wish.stepMinutes(),
                        null,
                        limits,
                        0,
                        State.RUNNING,
                        1,
                        actor.name(),
                        now,
                        null);
        var row = draft.due(draft.stepAfter(draft.share(), now));
        nameCandidate(row, actor);
        rollouts.insert(row);
        history.keep(row, Action.STARTED, row.share(), actor.name(), reason);
        return get(slug, row.id());
    }

    public Rollout step(Actor actor, String slug, RolloutId id, String ifMatch, RolloutStep wish) {
        var reason = RolloutCheck.reason(wish.reason());
        var row = heldAt(slug, id, ifMatch);
        RolloutCheck.state(row, State.RUNNING, "Resume it first, if it is halted.");
        var share = wish.share() == null ? row.nextStep() : wish.share();
        if (share == null) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "%d %% is the last step. Promote the candidate, or name a share."
                            .formatted(row.share()));
        }
        RolloutCheck.share(share);
        if (share > row.share()) {
            nameCandidate(row, actor);
        }
        rollouts.share(id, share, row.stepAfter(share, clock.instant()));
        history.keep(row, Action.STEPPED, share, actor.name(), reason);
        return get(slug, id);
    }

    /// Halts; halted already, it stays so.
    public Rollout halt(Actor actor, String slug, RolloutId id, RolloutAction wish) {
        var reason = RolloutCheck.reason(wish.reason());
        var row = held(slug, id);
        if (row.state() != State.HALTED) {
            RolloutCheck.state(row, State.RUNNING, "There is nothing to halt.");
            rollouts.halt(id);
            history.keep(row, Action.HALTED, 0, actor.name(), reason);
        }
        return get(slug, id);
    }

    public Rollout resume(
            Actor actor, String slug, RolloutId id, String ifMatch, RolloutAction wish) {
        var reason = RolloutCheck.reason(wish.reason());
        var row = heldAt(slug, id, ifMatch);
        RolloutCheck.state(row, State.HALTED, "Only a halted rollout goes on.");
        rollouts.resume(id, row.stepAfter(row.share(), clock.instant()));
        history.keep(row, Action.RESUMED, row.share(), actor.name(), reason);
        nameCandidate(row, actor);
        return get(slug, id);
    }

    public Rollout promote(
            Actor actor, String slug, RolloutId id, String ifMatch, RolloutAction wish) {
        var reason = RolloutCheck.reason(wish.reason());
        var row = heldAt(slug, id, ifMatch);
        RolloutCheck.state(row, State.RUNNING, "Only a running rollout is promoted.");
        rollouts.end(id, State.PROMOTED, clock.instant());
        history.keep(row, Action.PROMOTED, 100, actor.name(), reason);
        aliases.move(
                actor.name(),
                slug,
                row.alias(),
                new AliasDesk.Move(row.candidate().number(), Cause.PROMOTED, reason));
        return get(slug, id);
    }

    /// Aborts; aborted already, it stays so.
    public Rollout abort(Actor actor, String slug, RolloutId id, RolloutAction wish) {
        var reason = RolloutCheck.reason(wish.reason());
        var row = held(slug, id);
        if (row.state() != State.ABORTED) {
            if (row.endedAt() != null) {
                throw new PreceptException(
                        ErrorCode.WRONG_STATE,
                        "The rollout is %s; there is nothing to abort.".formatted(row.state()));
            }
            rollouts.end(id, State.ABORTED, clock.instant());
            history.keep(row, Action.ABORTED, 0, actor.name(), reason);
        }
        return get(slug, id);
    }

    /// Before a canary's share grows; whatever would hold back a move of the alias holds back this.
    private void nameCandidate(RolloutRow row, Actor actor) {
        row.candidateNamed(actor.name()).ifPresent(events::publishEvent);
    }

    private Rollout view(RolloutRow row) {
        return row.view(findings.figures(row.id()));
    }

    private void hold(String slug) {
        if (!rollouts.holdPolicy(slug, true)) {
            throw new PreceptException(
                    ErrorCode.NOT_FOUND, "There is no policy %s.".formatted(slug));
        }
    }

    private RolloutRow held(String slug, RolloutId id) {
        hold(slug);
        return find(slug, id);
    }

    private RolloutRow heldAt(String slug, RolloutId id, String ifMatch) {
        var row = held(slug, id);
        RolloutCheck.revision(row, ifMatch);
        return row;
    }

    private PolicyVersionRef candidate(String slug, int number) {
        if (number < 1) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Version %d cannot be; name the number of an approved version."
                            .formatted(number));
        }
        return policies.resolve(slug + "@" + number);
    }
}
