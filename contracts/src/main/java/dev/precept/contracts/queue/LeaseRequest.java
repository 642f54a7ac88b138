package dev.precept.contracts.queue;

import dev.precept.contracts.fleet.WorkerId;
import java.util.List;

/// Asks for work.
///
/// @param capacity the most jobs to lease, 1 to [#MAX_CAPACITY]
/// @param waitSeconds how long to hold the request while the queue is empty, at most 30
/// @param warmPolicies SHA-256 of the policy versions that this worker has at hand; work for them
///   is preferred
public record LeaseRequest(
        WorkerId workerId, int capacity, int waitSeconds, List<String> warmPolicies) {

    public static final int MAX_CAPACITY = 1_000;
    public static final int MAX_WAIT_SECONDS = 30;

    public LeaseRequest {
        warmPolicies = List.copyOf(warmPolicies);
    }
}
