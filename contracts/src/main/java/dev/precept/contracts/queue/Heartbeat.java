package dev.precept.contracts.queue;

import dev.precept.contracts.fleet.WorkerId;
import java.time.Instant;
import java.util.List;

/// Renews leases.
public record Heartbeat(WorkerId workerId, List<LeaseRef> leases) {

    public Heartbeat {
        leases = List.copyOf(leases);
    }

    /// What a heartbeat achieved.
    ///
    /// @param lost jobs that are no longer this worker's: stop working on them
    public record Reply(List<JobId> lost, Instant expiresAt) {

        public Reply {
            lost = List.copyOf(lost);
        }
    }
}
