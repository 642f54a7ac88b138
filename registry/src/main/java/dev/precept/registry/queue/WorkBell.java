package dev.precept.registry.queue;

import dev.precept.registry.signal.Signals;
import dev.precept.registry.signal.Signals.Channel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Rings when work may have arrived. A waiter takes the count of rings before it looks for work, so
/// that a ring in between is not missed.
@Component
class WorkBell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    WorkBell(Signals signals) {
        signals.onSignal(Channel.WORK, payload -> ring());
    }

    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it rings again after the given count, or the time is over.
    void awaitAfter(long count, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (rings == count && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The longest silent wait: retries and expired leases become available without a ring.
    static final Duration TICK = Duration.ofNanos(TimeUnit.SECONDS.toNanos(1));
}
