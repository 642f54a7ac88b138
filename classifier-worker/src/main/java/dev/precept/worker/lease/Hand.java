package dev.precept.worker.lease;

import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.LeasedJob;
import dev.precept.inference.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;

/// All jobs between their lease and the receipt of their result. Safe for use by many threads.
final class Hand {

    private static final Policy NO_POLICY = new Policy("none", "", List.of(), List.of(), Map.of());

    private final ConcurrentHashMap<LeaseRef, Job> jobs = new ConcurrentHashMap<>();
    private final BlockingDeque<Job> unbegun = new LinkedBlockingDeque<>();

    int size() {
        return jobs.size();
    }

    List<LeaseRef> leases() {
        return List.copyOf(jobs.keySet());
    }

    boolean holds(LeaseRef lease) {
        return jobs.containsKey(lease);
    }

    /// Somebody waits for an interactive job: it goes before all others.
    void take(Job job) {
        jobs.put(job.lease(), job);
        if (job.isInteractive()) {
            unbegun.addFirst(job);
        } else {
            unbegun.addLast(job);
        }
    }

    /// Keeps the lease of a job that the engine shall not see, until it is reported.
    LeaseRef hold(LeasedJob leased, Instant until) {
        var job = new Job(leased, NO_POLICY, until);
        jobs.put(job.lease(), job);
        return job.lease();
    }

    Job next() throws InterruptedException {
        return unbegun.take();
    }

    /// Takes away all that the engine has not begun, and says so.
    List<JobResult> giveBack() {
        var jobs = new ArrayList<Job>();
        unbegun.drainTo(jobs);
        return jobs.stream().<JobResult>map(job -> new JobResult.Returned(job.lease())).toList();
    }

    void release(List<JobResult> results) {
        results.forEach(result -> jobs.remove(result.lease()));
    }

    void renew(List<LeaseRef> leases, Instant until) {
        leases.forEach(lease -> jobs.computeIfPresent(lease, (_, job) -> renewed(job, until)));
    }

    void drop(List<JobId> lost) {
        drop(job -> lost.contains(job.leased().id()));
    }

    void dropExpired(Instant now) {
        drop(job -> !job.isHeld(now));
    }

    void cancelAll() {
        jobs.values().forEach(Job::cancel);
    }

    private void drop(java.util.function.Predicate<Job> lost) {
        jobs.values()
                .removeIf(job -> {
                    if (!lost.test(job)) {
                        return false;
                    }
                    unbegun.remove(job);
                    job.cancel();
                    return true;
                });
    }

    private static Job renewed(Job job, Instant until) {
        job.renew(until);
        return job;
    }
}
