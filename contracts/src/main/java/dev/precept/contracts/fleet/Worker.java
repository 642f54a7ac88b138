package dev.precept.contracts.fleet;

import java.time.Instant;

/// A worker as the registry knows it.
///
/// @param leased jobs in its hands now
/// @param completed results accepted from it
public record Worker(
        WorkerId id,
        WorkerRegistration registration,
        Status status,
        Instant registeredAt,
        Instant lastSeenAt,
        int leased,
        long completed) {

    /// Whether a worker is there.
    public enum Status {
        ACTIVE,
        /// It said that it stops and finishes what it has.
        DRAINING,
        /// Nothing was heard of it for longer than a lease.
        SILENT,
        STOPPED
    }
}
