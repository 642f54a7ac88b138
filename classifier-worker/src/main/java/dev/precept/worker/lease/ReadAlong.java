package dev.precept.worker.lease;

import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.Thought;
import dev.precept.inference.Wish;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes on what a model writes, a few times a second, for somebody who reads along. Used by one
/// thread. A registry that cannot be told loses nothing: the verdict carries the whole text.
final class ReadAlong implements Wish.ReasoningListener {

    private static final Logger log = LoggerFactory.getLogger(ReadAlong.class);
    private static final long EVERY_NANOS = Duration.ofMillis(150).toNanos();

    private final LeaseApi api;
    private final LeaseRef lease;
    private final StringBuilder text = new StringBuilder();
    private long told = System.nanoTime() - EVERY_NANOS;
    private boolean silent;

    ReadAlong(LeaseApi api, LeaseRef lease) {
        this.api = api;
        this.lease = lease;
    }

    @Override
    public void reasoning(String piece) {
        text.append(piece);
        if (silent || System.nanoTime() - told < EVERY_NANOS) {
            return;
        }
        try {
            api.think(new Thought(lease, text.toString()));
            told = System.nanoTime();
        } catch (RuntimeException e) {
            silent = true;
            log.info("nobody can read along: {}", e.getClass().getSimpleName());
        }
    }
}
