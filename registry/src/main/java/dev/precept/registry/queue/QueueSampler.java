package dev.precept.registry.queue;

import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.QueueStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at the queue every five seconds: for the metrics, and for the half hour that the console
/// charts.
@Component
class QueueSampler {

    private static final int KEPT = 360;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ArrayDeque<QueueStatus> samples = new ArrayDeque<>();
    private volatile QueueStatus latest =
            new QueueStatus(
                    Instant.EPOCH,
                    Map.of(Lane.INTERACTIVE, 0, Lane.BULK, 0, Lane.EVALUATION, 0),
                    0,
                    0,
                    0,
                    0);

    QueueSampler(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (var lane : Lane.values()) {
            meters.gauge(
                    "precept.queue.depth",
                    List.of(Tag.of("lane", lane.name())),
                    this,
                    sampler -> sampler.latest.queued().getOrDefault(lane, 0));
        }
        meters.gauge("precept.queue.leased", this, sampler -> sampler.latest.leased());
        meters.gauge("precept.queue.dead", this, sampler -> sampler.latest.dead());
        meters.gauge(
                "precept.queue.oldest.seconds", this, sampler -> sampler.latest.oldestSeconds());
        meters.gauge(
                "precept.queue.drain.per.second", this, sampler -> sampler.latest.drainPerSecond());
    }

    @Scheduled(fixedRateString = "PT5S")
    public void sample() {
        var status = look();
        latest = status;
        synchronized (samples) {
            samples.addLast(status);
            if (samples.size() > KEPT) {
                samples.removeFirst();
            }
        }
    }

    List<QueueStatus> history() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    QueueStatus latest() {
        return latest;
    }

    /// Looks now.
    QueueStatus look() {
        var now = clock.instant();
        var queued = new EnumMap<Lane, Integer>(Lane.class);
        for (var lane : Lane.values()) {
            queued.put(lane, 0);
        }
        jdbc.sql("select lane, count(*) from job where status = 'QUEUED' group by lane")
                .query(row -> {
                    queued.put(Lane.valueOf(row.getString(1)), row.getInt(2));
                });
        return new QueueStatus(
                now,
                queued,
                count("select count(*) from job where status = 'LEASED'"),
                count("select count(*) from job where status = 'DEAD'"),
                oldestSeconds(now),
                count("select count(*) from verdict where id > uuidv7(interval '-60 seconds')")
                        / 60.0);
    }

    private double oldestSeconds(Instant now) {
        return jdbc.sql(
                        """
                        select greatest(0, extract(epoch from :now - min(created_at)))
                          from job where status = 'QUEUED' and available_at <= :now
                        """)
                .param("now", Timestamp.from(now))
                .query(Double.class)
                .optional()
                .orElse(0.0);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
