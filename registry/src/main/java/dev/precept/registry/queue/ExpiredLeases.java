package dev.precept.registry.queue;

import dev.precept.registry.queue.JobEndings.Failure;
import dev.precept.registry.signal.Signals;
import dev.precept.registry.signal.Signals.Channel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes jobs back from workers that fell silent. Several registries may do so at the same time.
@Component
class ExpiredLeases {

    private static final int PER_ROUND = 1_000;
    private static final Failure SILENCE =
            new Failure(
                    "lease-expired", "The worker was not heard of before its lease ended.", true);

    private final LeaseRows rows;
    private final JobEndings endings;
    private final Signals signals;
    private final Clock clock;
    private final Counter expired;

    ExpiredLeases(
            LeaseRows rows,
            JobEndings endings,
            Signals signals,
            Clock clock,
            MeterRegistry meters) {
        this.rows = rows;
        this.endings = endings;
        this.signals = signals;
        this.clock = clock;
        this.expired = meters.counter("precept.queue.leases.expired");
    }

    /// @return how many leases had run out
    @Scheduled(fixedDelayString = "PT1S")
    @Transactional
    public int takeBack() {
        var now = clock.instant();
        var jobs = rows.lockExpired(now, PER_ROUND);
        jobs.forEach(job -> endings.fail(job, SILENCE, now));
        if (!jobs.isEmpty()) {
            signals.send(Channel.WORK, "");
            expired.increment(jobs.size());
        }
        return jobs.size();
    }
}
