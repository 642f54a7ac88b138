package dev.precept.registry.rollout;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.registry.queue.JobQueue;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the registry does with rollouts by itself: halt, step, end, and take back comparisons that
/// nobody needs. Each is one transaction; whoever finds the policy held leaves it to the next
/// second.
@Service
@Transactional
class RolloutSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutSteps.class);
    private static final String ACTOR = "precept";

    private final RolloutRows rollouts;
    private final RolloutEvents history;
    private final PairRows pairs;
    private final JobQueue queue;
    private final RolloutMetrics metrics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RolloutSteps(
            RolloutRows rollouts,
            RolloutEvents history,
            PairRows pairs,
            JobQueue queue,
            RolloutMetrics metrics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rollouts = rollouts;
        this.history = history;
        this.pairs = pairs;
        this.queue = queue;
        this.metrics = metrics;
        this.events = events;
        this.clock = clock;
    }

    /// @throws PreceptException what the next step was refused with; nothing has changed then
    public void step(RolloutRow looked) {
        if (!rollouts.holdPolicy(looked.slug(), false)) {
            return;
        }
        var row = rollouts.find(looked.id()).orElseThrow();
        if (row.state() != State.RUNNING) {
            return;
        }
        if (rollouts.aliasHasLeft(row)) {
            rollouts.end(row.id(), State.ENDED, clock.instant());
            history.keep(
                    row, Action.SUPERSEDED, 0, ACTOR, row.alias() + " was moved past the API.");
            return;
        }
        var seen = pairs.seen(row);
        HaltRule.reason(row.limits(), seen)
                .ifPresentOrElse(why -> halt(row, why), () -> stepOn(row, seen));
    }

    /// Halts because the step that is due was refused, unless somebody was quicker.
    public void halt(RolloutRow looked, PreceptException refused) {
        if (!rollouts.holdPolicy(looked.slug(), false)) {
            return;
        }
        var row = rollouts.find(looked.id()).orElseThrow();
        if (row.state() == State.RUNNING && row.revision() == looked.revision()) {
            halt(
                    row,
                    "The step to %d %% was refused. %s"
                            .formatted(row.nextStep(), refused.getMessage()));
        }
    }

    private void halt(RolloutRow row, String why) {
        rollouts.halt(row.id());
        history.keep(row, Action.HALTED, 0, ACTOR, why);
        metrics.haltedByItself();
        LOG.warn(
                "{} of version {} at {}@{} halted: {}",
                row.kind().name().toLowerCase(Locale.ROOT),
                row.candidate().number(),
                row.slug(),
                row.alias(),
                why);
    }

    /// A step that is due waits until the limits could have been broken at all.
    private void stepOn(RolloutRow row, HaltRule.Seen seen) {
        var due = row.nextStepAt();
        var next = row.nextStep();
        var now = clock.instant();
        if (due == null
                || next == null
                || due.isAfter(now)
                || seen.compared() < row.limits().minimum()) {
            return;
        }
        row.candidateNamed(row.startedBy()).ifPresent(events::publishEvent);
        rollouts.share(row.id(), next, row.stepAfter(next, now));
        history.keep(
                row,
                Action.STEPPED,
                next,
                ACTOR,
                "Due; %d of %d disagree.".formatted(seen.disagreed(), seen.compared()));
    }

    /// Takes back the comparisons of an ended rollout that still wait.
    public void sweep(RolloutId id) {
        if (rollouts.sweep(id)) {
            queue.cancelBatch(new BatchId(id.value()));
        }
    }
}
