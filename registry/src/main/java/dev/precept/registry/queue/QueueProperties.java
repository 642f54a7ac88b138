package dev.precept.registry.queue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the queue, under `precept.queue`.
///
/// @param lease how long a lease holds without a heartbeat
/// @param maxAttempts after which a job is a dead letter
/// @param backoff before the second attempt; doubled for each further one
/// @param maxBackoff the longest wait between attempts
/// @param maxDepth waiting jobs beyond which nothing new is taken in
/// @param headStart by how much an interactive job is ranked as if it had waited longer
/// @param evaluationHandicap by how much a job of an evaluation is ranked as if it came later
@ConfigurationProperties("precept.queue")
public record QueueProperties(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("4") int maxAttempts,
        @DefaultValue("2s") Duration backoff,
        @DefaultValue("5m") Duration maxBackoff,
        @DefaultValue("500000") int maxDepth,
        @DefaultValue("60s") Duration headStart,
        @DefaultValue("1h") Duration evaluationHandicap) {

    /// How long a job waits after its n-th failure.
    Duration backoffAfter(int failures) {
        var doubled = backoff.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(maxBackoff) < 0 ? doubled : maxBackoff;
    }
}
