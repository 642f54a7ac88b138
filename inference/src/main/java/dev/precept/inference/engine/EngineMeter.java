package dev.precept.inference.engine;

import dev.precept.inference.engine.EngineFigures.Work;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what the engine does. The engine's thread writes, any thread reads.
final class EngineMeter {

    private final Counter prefill = new Counter();
    private final Counter decode = new Counter();
    private final AtomicLong finished = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong prefixHits = new AtomicLong();
    private final AtomicLong prefixMisses = new AtomicLong();
    private final AtomicLong queued = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final int rows;
    private volatile int waiting;
    private volatile int active;
    private volatile long prefixBytes;

    EngineMeter(int rows) {
        this.rows = rows;
    }

    void prefilled(int tokens, long nanos) {
        prefill.add(tokens, nanos);
    }

    void decoded(int tokens, long nanos) {
        decode.add(tokens, nanos);
    }

    void prefix(boolean hit) {
        (hit ? prefixHits : prefixMisses).incrementAndGet();
    }

    void admitted(long nanosInQueue) {
        queued.addAndGet(nanosInQueue);
    }

    void ended(Outcome outcome) {
        switch (outcome) {
            case Outcome.Finished _ -> finished.incrementAndGet();
            case Outcome.Failed _ -> failed.incrementAndGet();
            case Outcome.Cancelled _ -> dropped.incrementAndGet();
            case Outcome.Expired _ -> dropped.incrementAndGet();
        }
    }

    void stepped(Duration took, int waitingNow, int activeNow, long prefixBytesNow) {
        busy.addAndGet(took.toNanos());
        waiting = waitingNow;
        active = activeNow;
        prefixBytes = prefixBytesNow;
    }

    EngineFigures figures() {
        return new EngineFigures(
                finished.get(),
                failed.get(),
                dropped.get(),
                prefill.work(),
                decode.work(),
                prefixHits.get(),
                prefixMisses.get(),
                queued.get(),
                prefill.nanos.get() + decode.nanos.get(),
                busy.get(),
                waiting,
                active,
                rows,
                prefixBytes);
    }

    private static final class Counter {

        private final AtomicLong calls = new AtomicLong();
        private final AtomicLong tokens = new AtomicLong();
        private final AtomicLong nanos = new AtomicLong();

        void add(int more, long took) {
            calls.incrementAndGet();
            tokens.addAndGet(more);
            nanos.addAndGet(took);
        }

        Work work() {
            return new Work(calls.get(), tokens.get(), nanos.get());
        }
    }
}
