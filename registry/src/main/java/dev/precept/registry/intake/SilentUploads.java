package dev.precept.registry.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Finds uploads that a registry left half-way when it died, at start and ever after.
@Component
class SilentUploads {

    private static final Logger LOG = LoggerFactory.getLogger(SilentUploads.class);

    private final Batches batches;

    SilentUploads(Batches batches) {
        this.batches = batches;
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 20_000)
    void close() {
        int closed = batches.closeSilent();
        if (closed > 0) {
            LOG.warn("closed {} batches whose upload had stopped", closed);
        }
    }
}
