package dev.precept.contracts.queue;

/// Names one attempt at one job.
public record LeaseRef(JobId jobId, int fencingToken) {}
