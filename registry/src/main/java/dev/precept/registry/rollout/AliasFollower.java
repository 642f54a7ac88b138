package dev.precept.registry.rollout;

import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import dev.precept.registry.policy.AliasMoved;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Ends every open rollout of an alias that moves, in the move's transaction: what it compared with
/// is no longer what traffic gets. A rollback thereby ends canary and shadow in the same call.
@Component
class AliasFollower {

    private final RolloutRows rollouts;
    private final RolloutEvents history;
    private final Clock clock;

    AliasFollower(RolloutRows rollouts, RolloutEvents history, Clock clock) {
        this.rollouts = rollouts;
        this.history = history;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(AliasMoved moved) {
        var action = moved.cause() == Cause.ROLLED_BACK ? Action.ROLLED_BACK : Action.SUPERSEDED;
        for (var row : rollouts.openAt(moved.slug(), moved.alias())) {
            rollouts.end(row.id(), State.ENDED, clock.instant());
            history.keep(
                    row,
                    action,
                    0,
                    moved.actor(),
                    "%s was moved to version %d.".formatted(moved.alias(), moved.to()));
        }
    }
}
