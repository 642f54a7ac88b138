package dev.precept.worker.lease;

import dev.precept.contracts.queue.LeaseRequest;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How work is fetched and reported.
///
/// @param prefetch jobs in hand for every content that the engine takes at a time
/// @param poll how long a request for work is held while there is none
/// @param reportEvery how long a result of a batch may wait for company
/// @param reportBatch results that are company enough
/// @param grace how long running jobs may take once the worker stops
@ConfigurationProperties("precept.worker.lease")
public record LeaseProperties(
        @DefaultValue("32") int prefetch,
        @DefaultValue("20s") Duration poll,
        @DefaultValue("50ms") Duration reportEvery,
        @DefaultValue("200") int reportBatch,
        @DefaultValue("20s") Duration grace) {

    int room(int capacity) {
        return Math.clamp((long) capacity * prefetch, 1, 2 * LeaseRequest.MAX_CAPACITY);
    }
}
