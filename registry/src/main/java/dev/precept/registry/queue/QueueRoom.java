package dev.precept.registry.queue;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.QueueStatus;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Says whether the queue takes in more. It goes by the last sample and asks the database nothing,
/// so that a submission costs the same however deep the queue is; the limit can be passed by what
/// comes in between two samples.
@Component
class QueueRoom {

    private static final int LONGEST_WAIT_SECONDS = 600;

    private final QueueSampler sampler;
    private final QueueProperties properties;

    QueueRoom(QueueSampler sampler, QueueProperties properties) {
        this.sampler = sampler;
        this.properties = properties;
    }

    /// @throws PreceptException `overloaded`
    void require() {
        require(sampler.latest(), properties.maxDepth());
    }

    static void require(QueueStatus status, int maxDepth) {
        int waiting = status.queued().values().stream().mapToInt(Integer::intValue).sum();
        if (waiting <= maxDepth) {
            return;
        }
        int seconds = secondsUntilRoom(waiting - maxDepth, status.drainPerSecond());
        throw new PreceptException(
                ErrorCode.OVERLOADED,
                "%d jobs wait, at most %d are taken in, and %.1f end in a second. Try again in %d seconds."
                        .formatted(waiting, maxDepth, status.drainPerSecond(), seconds),
                Map.of("retryAfterSeconds", seconds));
    }

    private static int secondsUntilRoom(int excess, double drainPerSecond) {
        return drainPerSecond > 0
                ? (int) Math.clamp(Math.ceil(excess / drainPerSecond), 1, LONGEST_WAIT_SECONDS)
                : LONGEST_WAIT_SECONDS;
    }
}
