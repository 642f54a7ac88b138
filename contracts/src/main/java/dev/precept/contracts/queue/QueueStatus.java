package dev.precept.contracts.queue;

import java.time.Instant;
import java.util.Map;

/// The queue at one moment.
///
/// @param queued waiting jobs by lane
/// @param oldestSeconds how long the oldest waiting job has waited
/// @param drainPerSecond jobs that left the queue per second, over the last minute
public record QueueStatus(
        Instant at,
        Map<Lane, Integer> queued,
        int leased,
        int dead,
        double oldestSeconds,
        double drainPerSecond) {

    public QueueStatus {
        queued = Map.copyOf(queued);
    }
}
