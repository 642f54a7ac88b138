package dev.precept.inference.openai;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes a stream at a time, so that its reader does not wait for ever for a server that fell
/// silent in the middle of an answer.
final class Alarm implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("chat-server-alarm").daemon().factory());

    private final Future<?> ringing;

    private Alarm(Future<?> ringing) {
        this.ringing = ringing;
    }

    /// @param deadline by [System#nanoTime]
    static Alarm at(long deadline, InputStream stream) {
        long left = Math.max(0, deadline - System.nanoTime());
        return new Alarm(CLOCK.schedule(() -> close(stream), left, TimeUnit.NANOSECONDS));
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException problem) {
            LOG.debug("closing a late answer: {}", problem.getMessage());
        }
    }

    @Override
    public void close() {
        ringing.cancel(false);
    }
}
