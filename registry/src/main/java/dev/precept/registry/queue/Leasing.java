package dev.precept.registry.queue;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.LeaseRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands out leases and renews them.
///
/// Order: the smallest rank first, which is when a job became available, less the head start of the
/// interactive lane. A worker's warm policies are preferred until some other job is more pressing
/// by [#PATIENCE_SECONDS].
@Service
class Leasing {

    static final long PATIENCE_SECONDS = 5;

    private final LeaseRows rows;
    private final JobEndings endings;
    private final QueueProperties properties;
    private final Clock clock;

    Leasing(LeaseRows rows, JobEndings endings, QueueProperties properties, Clock clock) {
        this.rows = rows;
        this.endings = endings;
        this.properties = properties;
        this.clock = clock;
    }

    /// Claims what is there now, possibly nothing.
    @Transactional
    List<ActiveJob> claim(LeaseRequest request) {
        var now = clock.instant();
        var until = now.plus(properties.lease());
        var warm = request.warmPolicies();
        if (!warm.isEmpty() && !rows.othersArePressing(warm, now, PATIENCE_SECONDS)) {
            var claimed = rows.claimFor(warm, request.workerId(), request.capacity(), now, until);
            if (!claimed.isEmpty()) {
                return claimed;
            }
        }
        return rows.claim(request.workerId(), request.capacity(), now, until);
    }

    /// @return the jobs that are no longer the worker's
    @Transactional
    List<JobId> renew(WorkerId worker, List<LeaseRef> leases) {
        var renewed = new HashSet<>(rows.renew(worker, leases, expiry()));
        return leases.stream().map(LeaseRef::jobId).filter(id -> !renewed.contains(id)).toList();
    }

    /// Puts jobs back that were claimed a moment ago and that the worker never hears of.
    @Transactional
    void giveBack(List<ActiveJob> jobs) {
        endings.giveBack(jobs);
    }

    Instant expiry() {
        return clock.instant().plus(properties.lease());
    }
}
