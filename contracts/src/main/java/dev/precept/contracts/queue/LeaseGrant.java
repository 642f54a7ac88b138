package dev.precept.contracts.queue;

import dev.precept.contracts.policy.PolicyVersionRef;
import java.time.Instant;
import java.util.List;

/// Work for a worker, grouped by policy version; empty if there was none within the wait.
///
/// @param leaseSeconds how long the leases hold; a heartbeat renews them for as long again
/// @param expiresAt when they end without one
public record LeaseGrant(List<Group> groups, int leaseSeconds, Instant expiresAt) {

    public LeaseGrant {
        groups = List.copyOf(groups);
    }

    /// Jobs that share one policy version.
    public record Group(PolicyVersionRef policyVersion, List<LeasedJob> jobs) {

        public Group {
            jobs = List.copyOf(jobs);
        }
    }
}
