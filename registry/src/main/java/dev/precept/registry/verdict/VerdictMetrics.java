package dev.precept.registry.verdict;

import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Counts verdicts and where their time went. No metric carries content or ids.
@Component
class VerdictMetrics {

    private final MeterRegistry meters;
    private final Timer queued;
    private final Timer inference;
    private final Timer total;

    VerdictMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.queued = histogram("precept.verdict.queued");
        this.inference = histogram("precept.verdict.inference");
        this.total = histogram("precept.verdict.total");
        for (var outcome : Outcome.values()) {
            meters.counter("precept.verdicts", "outcome", outcome.name());
        }
    }

    void count(List<Verdict> verdicts) {
        for (var verdict : verdicts) {
            meters.counter("precept.verdicts", "outcome", verdict.outcome().name()).increment();
            queued.record(Duration.ofMillis(verdict.timings().queuedMillis()));
            inference.record(Duration.ofMillis(verdict.timings().inferenceMillis()));
            total.record(Duration.ofMillis(verdict.timings().totalMillis()));
        }
    }

    private Timer histogram(String name) {
        return Timer.builder(name)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(meters);
    }
}
