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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// All jobs between their lease and the receipt of their result. Safe for use by many threads.
final class Hand {

    private static final Policy NO_POLICY = new Policy("none", "", List.of(), List.of(), Map.of());

    private final ConcurrentHashMap<LeaseRef, Job> jobs = new ConcurrentHashMap<>();
    private final PriorityBlockingQueue<Job> unbegun = new PriorityBlockingQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition smaller = lock.newCondition();

    int size() {
        return jobs.size();
    }

    /// Leases that end before the given time.
    List<LeaseRef> endingBefore(Instant time) {
        return jobs.values().stream().filter(job -> !job.isHeld(time)).map(Job::lease).toList();
    }

    boolean holds(LeaseRef lease) {
        return jobs.containsKey(lease);
    }

    /// Waits until less is in hand than this many, or the time is over.
    void awaitBelow(int limit, long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (jobs.size() >= limit && left > 0) {
                left = smaller.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void take(Job job) {
        jobs.put(job.lease(), job);
        unbegun.add(job);
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
        tellSmaller();
    }

    void renew(List<LeaseRef> leases, Instant until) {
        leases.forEach(lease -> jobs.computeIfPresent(lease, (_, job) -> renewed(job, until)));
    }

    void drop(List<JobId> lost) {
        var ids = Set.copyOf(lost);
        drop(job -> ids.contains(job.leased().id()));
    }

    void dropExpired(Instant now) {
        drop(job -> !job.isHeld(now));
    }

    void cancelAll() {
        jobs.values().forEach(Job::cancel);
    }

    private void drop(Predicate<Job> lost) {
        jobs.values()
                .removeIf(job -> {
                    if (!lost.test(job)) {
                        return false;
                    }
                    unbegun.remove(job);
                    job.cancel();
                    return true;
                });
        tellSmaller();
    }

    private void tellSmaller() {
        lock.lock();
        try {
            smaller.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Job renewed(Job job, Instant until) {
        job.renew(until);
        return job;
    }
}
