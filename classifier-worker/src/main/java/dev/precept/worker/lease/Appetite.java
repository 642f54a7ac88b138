package dev.precept.worker.lease;

import dev.precept.contracts.queue.LeaseRequest;
import java.time.Duration;

/// How many jobs to hold: as many as the engine works off in a given time, by the time that it
/// takes for one. A slow engine so holds little that others could do, and a fast one never waits
/// for a round trip. Safe for use by many threads.
final class Appetite {

    /// Until something was measured: enough for every slot and as much again, twice.
    private static final int FIRST = 4;

    private static final int LEAST = 2;
    private static final int MOST = 2 * LeaseRequest.MAX_CAPACITY;
    private static final double WEIGHT_OF_NEWEST = 0.05;

    private final int capacity;
    private final double aheadNanos;
    private double meanNanos = Double.NaN;

    /// @param capacity contents that the engine takes at a time
    /// @param ahead how long the jobs in hand should last
    Appetite(int capacity, Duration ahead) {
        this.capacity = capacity;
        this.aheadNanos = ahead.toNanos();
    }

    /// One job took this long, while as many ran beside it as the engine takes.
    synchronized void took(long nanos) {
        double newest = Math.max(1, nanos);
        meanNanos =
                Double.isNaN(meanNanos)
                        ? newest
                        : meanNanos + WEIGHT_OF_NEWEST * (newest - meanNanos);
    }

    /// The most jobs to hold now.
    synchronized int room() {
        double jobs =
                Double.isNaN(meanNanos)
                        ? (double) FIRST * capacity
                        : Math.max((double) LEAST * capacity, capacity * aheadNanos / meanNanos);
        return (int) Math.min(jobs, MOST);
    }
}
