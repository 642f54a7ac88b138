package dev.precept.worker.lease;

import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.LeasedJob;
import dev.precept.inference.Policy;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One job in hand. An interrupt reaches the engine only while it works on this very job.
///
/// Order: somebody waits for an interactive job, so it goes before the others; within a lane the
/// one that was leased first.
final class Job implements Comparable<Job> {

    private static final Comparator<Job> ORDER =
            Comparator.comparing((Job job) -> !job.isInteractive())
                    .thenComparingLong(job -> job.number);
    private static final AtomicLong LEASED = new AtomicLong();

    private final long number = LEASED.getAndIncrement();
    private final LeasedJob leased;
    private final Policy policy;
    private volatile Instant heldUntil;
    private @Nullable Thread engine;
    private boolean cancelled;

    Job(LeasedJob leased, Policy policy, Instant heldUntil) {
        this.leased = leased;
        this.policy = policy;
        this.heldUntil = heldUntil;
    }

    @Override
    public int compareTo(Job other) {
        return ORDER.compare(this, other);
    }

    LeasedJob leased() {
        return leased;
    }

    Policy policy() {
        return policy;
    }

    LeaseRef lease() {
        return new LeaseRef(leased.id(), leased.fencingToken());
    }

    boolean isInteractive() {
        return leased.lane() == Lane.INTERACTIVE;
    }

    void renew(Instant until) {
        heldUntil = until;
    }

    boolean isHeld(Instant now) {
        return now.isBefore(heldUntil);
    }

    /// Whether the engine may begin.
    synchronized boolean begin() {
        if (cancelled) {
            return false;
        }
        engine = Thread.currentThread();
        return true;
    }

    /// Ends the work and swallows an interrupt that came too late to stop it.
    synchronized void end() {
        engine = null;
        Thread.interrupted();
    }

    synchronized void cancel() {
        cancelled = true;
        if (engine != null) {
            engine.interrupt();
        }
    }
}
