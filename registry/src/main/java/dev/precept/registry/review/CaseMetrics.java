package dev.precept.registry.review;

import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.DecisionKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Counts cases by state, looked up every fifteen seconds, and decisions by kind once they are
/// committed.
@Component
class CaseMetrics {

    private final CaseQueue queue;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Map<CaseState, Integer> counts = Map.of();

    CaseMetrics(CaseQueue queue, MeterRegistry meters, Clock clock) {
        this.queue = queue;
        this.meters = meters;
        this.clock = clock;
        for (var state : CaseState.values()) {
            meters.gauge(
                    "precept.cases",
                    List.of(Tag.of("state", state.name())),
                    this,
                    metrics -> metrics.counts.getOrDefault(state, 0));
        }
        for (var kind : DecisionKind.values()) {
            meters.counter("precept.decisions", "kind", kind.name());
        }
    }

    @Scheduled(fixedRateString = "PT15S")
    public void look() {
        counts = Map.copyOf(queue.countByState(clock.instant()));
    }

    @TransactionalEventListener
    public void count(CaseDecided decided) {
        meters.counter("precept.decisions", "kind", decided.kind().name()).increment();
    }
}
