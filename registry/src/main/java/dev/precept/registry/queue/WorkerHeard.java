package dev.precept.registry.queue;

import dev.precept.contracts.fleet.WorkerId;

/// Published whenever a worker calls.
///
/// @param completed results that were just accepted from it
public record WorkerHeard(WorkerId worker, int completed) {}
