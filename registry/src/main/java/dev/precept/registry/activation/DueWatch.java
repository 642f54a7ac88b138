package dev.precept.registry.activation;

import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.Activation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks each second at what is due. What is refused fails for good and is told; what could not be
/// tried, because the database was away for example, is tried again.
@Component
class DueWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DueWatch.class);

    private final ActivationRows activations;
    private final ActivationDesk desk;
    private final BreakGlassRows glasses;
    private final BreakGlassDesk breaking;
    private final Counter failures;
    private final Clock clock;
    private volatile int owed;

    DueWatch(
            ActivationRows activations,
            ActivationDesk desk,
            BreakGlassRows glasses,
            BreakGlassDesk breaking,
            MeterRegistry meters,
            Clock clock) {
        this.activations = activations;
        this.desk = desk;
        this.glasses = glasses;
        this.breaking = breaking;
        this.failures = meters.counter("precept.activations.failed");
        this.clock = clock;
        meters.gauge("precept.breakglass.unreviewed", this, watch -> watch.owed);
    }

    @Scheduled(fixedDelayString = "PT1S")
    public void look() {
        activations.due(clock.instant()).forEach(one -> guarded(one.id(), () -> perform(one)));
        glasses.expired(clock.instant())
                .forEach(one -> guarded(one.id(), () -> breaking.expire(one)));
        owed = glasses.unreviewed();
    }

    private void perform(Activation due) {
        try {
            desk.perform(due);
        } catch (PreceptException refused) {
            if (desk.fail(due, refused)) {
                failures.increment();
                LOG.warn(
                        "scheduled activation of version {} at {}@{} failed: {}",
                        due.version(),
                        due.slug(),
                        due.alias(),
                        refused.code().wireName());
            }
        }
    }

    private static void guarded(Object what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be done: {}", what, failed.getClass().getName());
        }
    }
}
