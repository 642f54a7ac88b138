package dev.precept.registry.rollout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// How many rollouts run and stand halted, and how many halted by themselves.
@Component
class RolloutMetrics {

    private final Counter halts;
    private volatile int running;
    private volatile int halted;

    RolloutMetrics(MeterRegistry meters) {
        this.halts = meters.counter("precept.rollouts.halts");
        meters.gauge("precept.rollouts.running", this, metrics -> metrics.running);
        meters.gauge("precept.rollouts.halted", this, metrics -> metrics.halted);
    }

    void haltedByItself() {
        halts.increment();
    }

    void stand(int nowRunning, int nowHalted) {
        running = nowRunning;
        halted = nowHalted;
    }
}
