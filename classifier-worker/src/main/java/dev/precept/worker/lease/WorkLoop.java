package dev.precept.worker.lease;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.queue.Heartbeat;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseGrant;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.inference.Classifier;
import dev.precept.inference.Policy;
import dev.precept.worker.engine.EngineInput;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps the engine busy: one thread leases, as many as the engine takes classify, one reports and
/// one renews. Runs from [#start] to [#drain]; no failure of the registry ends it.
@Component
public class WorkLoop {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);

    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final Duration LAST_LEASE = Duration.ofSeconds(2);

    private final LeaseApi api;
    private final Policies policies;
    private final Classification classification;
    private final Classifier classifier;
    private final LeaseProperties properties;
    private final Clock clock;
    private final WorkerId worker;
    private final int capacity;
    private final Appetite appetite;
    private final Hand hand = new Hand();
    private final Reports reports;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean leasing;
    private volatile int leaseSeconds = 15;

    WorkLoop(
            LeaseApi api,
            Policies policies,
            Classification classification,
            Classifier classifier,
            LeaseProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.api = api;
        this.policies = policies;
        this.classification = classification;
        this.classifier = classifier;
        this.properties = properties;
        this.clock = clock;
        this.worker = new WorkerId(java.util.UUID.randomUUID());
        this.capacity = classifier.capacity();
        this.appetite = new Appetite(capacity, properties.ahead());
        this.reports =
                new Reports(api, hand, worker, EngineInput.card(classifier.model()), properties);
        meters.gauge("precept.worker.in.hand", hand, Hand::size);
    }

    /// Names this run of the process.
    public WorkerId worker() {
        return worker;
    }

    public synchronized void start() {
        leasing = true;
        run("lease", this::lease);
        run("report", reports::reportNext);
        run("heartbeat", this::heartbeat);
        for (int i = 0; i < capacity; i++) {
            run("classify-" + i, this::classify);
        }
    }

    /// Leases nothing more, gives back what is unbegun, lets the rest finish within the grace
    /// period, reports, and ends.
    ///
    /// An open request for work is not broken off at once, since it may carry jobs; a registry that
    /// knows that the worker drains answers it right away.
    public synchronized void drain() throws InterruptedException {
        leasing = false;
        var lease = threads.getFirst();
        if (!lease.join(LAST_LEASE)) {
            lease.interrupt();
            lease.join(LAST_LEASE);
        }
        hand.giveBack().forEach(result -> reports.add(result, true));
        if (!reports.awaitReported(properties.grace())) {
            log.warn("{} jobs did not finish in {}", hand.size(), properties.grace());
            hand.cancelAll();
            reports.awaitReported(Duration.ofSeconds(2));
        }
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(2));
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void run(String name, Step step) {
        threads.add(
                Thread.ofPlatform()
                        .name("precept-" + name)
                        .daemon()
                        .start(() -> repeat(name, step)));
    }

    private void repeat(String name, Step step) {
        var backoff = new Backoff();
        try {
            while (leasing || !name.equals("lease")) {
                try {
                    step.run();
                    backoff.reset();
                } catch (RuntimeException e) {
                    log.warn("{} is tried again: {}", name, e.getClass().getSimpleName());
                    backoff.pause();
                }
            }
        } catch (InterruptedException e) {
            log.debug("{} ends", name);
        }
    }

    private void lease() throws InterruptedException {
        int room = appetite.room();
        hand.awaitBelow(room - room / 4, LOOK_AGAIN_MILLIS);
        int free = room - hand.size();
        if (free < 1) {
            return;
        }
        var grant =
                api.lease(
                        new LeaseRequest(
                                worker,
                                Math.min(free, LeaseRequest.MAX_CAPACITY),
                                (int) properties.poll().toSeconds(),
                                warm()));
        leaseSeconds = Math.max(1, grant.leaseSeconds());
        grant.groups().forEach(this::take);
    }

    /// What the engine has computed; an engine that computes nothing ahead has what was fetched.
    private List<String> warm() {
        var computed = classifier.warmPolicies();
        return computed.isEmpty() ? policies.warm() : List.copyOf(computed);
    }

    private void take(LeaseGrant.Group group) {
        var until = clock.instant().plusSeconds(leaseSeconds);
        try {
            Policy policy = policies.of(group.policyVersion().sha256());
            group.jobs().forEach(job -> hand.take(new Job(job, policy, until)));
        } catch (RuntimeException e) {
            log.warn("no policy {}: {}", group.policyVersion(), e.getClass().getSimpleName());
            for (var leased : group.jobs()) {
                LeaseRef lease = hand.hold(leased, until);
                reports.add(
                        new JobResult.Failed(
                                lease,
                                "policy-unavailable",
                                "the worker could not fetch " + group.policyVersion(),
                                true),
                        false);
            }
        }
    }

    private void classify() throws InterruptedException {
        Job job = hand.next();
        if (!job.begin()) {
            return;
        }
        try {
            long start = System.nanoTime();
            var result = classification.of(job);
            appetite.took(System.nanoTime() - start);
            reports.add(result, job.isInteractive());
        } catch (InterruptedException e) {
            // Lost, or out of time while the worker stops: whoever still holds it gives it back.
            reports.add(new JobResult.Returned(job.lease()), true);
        } finally {
            job.end();
        }
    }

    private void heartbeat() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(leaseSeconds * 1000L / 3);
        var now = clock.instant();
        hand.dropExpired(now);
        // What was leased since the last heartbeat lasts until the next one.
        var leases = hand.endingBefore(now.plusMillis(leaseSeconds * 750L));
        if (leases.isEmpty()) {
            return;
        }
        var until = now.plusSeconds(leaseSeconds);
        var reply = api.heartbeat(new Heartbeat(worker, leases));
        hand.renew(leases, until);
        hand.drop(reply.lost());
    }
}
