package dev.precept.registry.rollout;

import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.Rollout.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at every open rollout, each second. One that fails does not stop the others and is tried
/// again.
@Component
class RolloutWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutWatch.class);

    private final RolloutRows rollouts;
    private final RolloutSteps steps;
    private final RolloutMetrics metrics;

    RolloutWatch(RolloutRows rollouts, RolloutSteps steps, RolloutMetrics metrics) {
        this.rollouts = rollouts;
        this.steps = steps;
        this.metrics = metrics;
    }

    @Scheduled(fixedDelayString = "PT1S")
    public void look() {
        var running = rollouts.running();
        running.forEach(row -> guarded(row.id(), () -> step(row)));
        rollouts.unswept().forEach(id -> guarded(id, () -> steps.sweep(id)));
        metrics.stand(running.size(), rollouts.count(State.HALTED));
    }

    private void step(RolloutRow row) {
        try {
            steps.step(row);
        } catch (PreceptException refused) {
            steps.halt(row, refused);
        }
    }

    private static void guarded(Object rollout, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            LOG.warn("rollout {} could not go on: {}", rollout, failed.getClass().getName());
        }
    }
}
