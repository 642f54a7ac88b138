package dev.precept.worker.lease;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.verdict.ModelCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/// Gathers results and reports them: at once where somebody waits, otherwise in company. What could
/// not be reported is tried again until its lease is lost.
final class Reports {

    private static final Logger log = LoggerFactory.getLogger(Reports.class);

    private final LeaseApi api;
    private final Hand hand;
    private final WorkerId worker;
    private final ModelCard model;
    private final LeaseProperties properties;
    private final BlockingQueue<Entry> finished = new LinkedBlockingQueue<>();

    private record Entry(JobResult result, boolean urgent) {}

    Reports(LeaseApi api, Hand hand, WorkerId worker, ModelCard model, LeaseProperties properties) {
        this.api = api;
        this.hand = hand;
        this.worker = worker;
        this.model = model;
        this.properties = properties;
    }

    void add(JobResult result, boolean urgent) {
        finished.add(new Entry(result, urgent));
    }

    /// Waits for results and reports them.
    void reportNext() throws InterruptedException {
        var batch = gather();
        var backoff = new Backoff();
        while (true) {
            batch.removeIf(result -> !hand.holds(result.lease()));
            if (batch.isEmpty() || sent(batch)) {
                return;
            }
            backoff.pause();
        }
    }

    private List<JobResult> gather() throws InterruptedException {
        var batch = new ArrayList<JobResult>();
        Entry next = finished.take();
        long until = System.nanoTime() + properties.reportEvery().toNanos();
        while (next != null) {
            batch.add(next.result());
            boolean full = batch.size() >= properties.reportBatch();
            long left = next.urgent() || full ? 0 : until - System.nanoTime();
            if (full) {
                break;
            }
            next = finished.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
            until = left == 0 ? System.nanoTime() : until;
        }
        return batch;
    }

    private boolean sent(List<JobResult> batch) {
        try {
            var receipt = api.complete(new Completion(worker, model, batch));
            if (!receipt.stale().isEmpty()) {
                log.info("{} of {} results were stale", receipt.stale().size(), batch.size());
            }
            hand.release(batch);
            return true;
        } catch (HttpClientErrorException e) {
            int status = e.getStatusCode().value();
            if (status == 400 || status == 413 || status == 422) {
                log.error("the registry refused {} results: {}", batch.size(), status);
                hand.release(batch);
                return true;
            }
            log.warn("{} results wait: the registry answers {}", batch.size(), status);
            return false;
        } catch (RestClientException
                | org.springframework.security.core.AuthenticationException
                | org.springframework.security.oauth2.core.OAuth2AuthorizationException e) {
            log.warn("{} results wait: {}", batch.size(), e.getClass().getSimpleName());
            return false;
        }
    }

    /// Waits until everything was reported or lost.
    ///
    /// @return whether that happened in time
    boolean awaitReported(Duration limit) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (hand.size() > 0) {
            if (System.nanoTime() > until) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }
}
