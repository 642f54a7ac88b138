package dev.precept.worker.lease;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How work is fetched and reported.
///
/// @param ahead how long the engine should be busy with the jobs in hand
/// @param poll how long a request for work is held while there is none
/// @param reportEvery how long a result of a batch may wait for company
/// @param reportBatch results that are company enough
/// @param grace how long running jobs may take once the worker stops
@ConfigurationProperties("precept.worker.lease")
public record LeaseProperties(
        @DefaultValue("5s") Duration ahead,
        @DefaultValue("20s") Duration poll,
        @DefaultValue("50ms") Duration reportEvery,
        @DefaultValue("500") int reportBatch,
        @DefaultValue("20s") Duration grace) {}
