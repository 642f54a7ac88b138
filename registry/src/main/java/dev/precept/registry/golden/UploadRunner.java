package dev.precept.registry.golden;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reads large uploads on, whichever registry took them, and forgets those that nobody confirmed.
@Component
class UploadRunner {

    private static final Logger LOG = LoggerFactory.getLogger(UploadRunner.class);

    private final UploadRows uploads;
    private final UploadSteps steps;
    private final Clock clock;

    UploadRunner(UploadRows uploads, UploadSteps steps, Clock clock) {
        this.uploads = uploads;
        this.steps = steps;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    public void readOn() {
        for (var upload : uploads.checking()) {
            try {
                boolean more = true;
                while (more) {
                    more = steps.step(upload, false);
                }
            } catch (RuntimeException failed) {
                LOG.warn("upload {} could not be read on: {}", upload, failed.getClass().getName());
            }
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    public void forget() {
        int forgotten = uploads.forget(clock.instant());
        if (forgotten > 0) {
            LOG.info("forgot {} uploads that nobody confirmed", forgotten);
        }
    }
}
