package dev.precept.worker.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which engine answers.
///
/// @param capacity contents at a time; 0 takes one for every processor
@ConfigurationProperties("precept.worker")
public record EngineProperties(
        @DefaultValue("similarity") String engine, @DefaultValue("0") int capacity) {

    int threads() {
        return capacity > 0 ? capacity : Runtime.getRuntime().availableProcessors();
    }
}
