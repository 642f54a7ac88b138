package dev.precept.worker.lease;

import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Classifier;
import dev.precept.inference.Judgement;
import dev.precept.inference.Wish;
import dev.precept.worker.engine.EngineInput;
import dev.precept.worker.engine.EngineOutput;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Puts one job to the engine. Whatever the engine does, a result comes of it.
@Component
class Classification {

    private final Classifier classifier;
    private final LeaseApi api;
    private final Timer timer;

    Classification(Classifier classifier, LeaseApi api, MeterRegistry meters) {
        this.classifier = classifier;
        this.api = api;
        this.timer =
                Timer.builder("precept.worker.classify")
                        .tag("engine", classifier.model().name())
                        .register(meters);
    }

    /// @throws InterruptedException if the job was cancelled
    JobResult of(Job job) throws InterruptedException {
        long start = System.nanoTime();
        try {
            var judgement =
                    classifier.classify(
                            job.policy(), EngineInput.passage(job.leased().content()), wish(job));
            long nanos = System.nanoTime() - start;
            timer.record(nanos, TimeUnit.NANOSECONDS);
            return judged(job, judgement, TimeUnit.NANOSECONDS.toMillis(nanos));
        } catch (ClassificationException e) {
            return new JobResult.Failed(
                    job.lease(), e.code(), String.valueOf(e.getMessage()), e.retryable());
        } catch (RuntimeException | LinkageError e) {
            // Its message may quote content.
            return new JobResult.Failed(
                    job.lease(), "engine-failed", e.getClass().getSimpleName(), true);
        }
    }

    private Wish wish(Job job) {
        return new Wish(
                job.isInteractive(),
                job.leased().watched()
                        ? new ReadAlong(api, job.lease())
                        : Wish.ReasoningListener.NONE);
    }

    private static JobResult judged(Job job, Judgement judgement, long millis) {
        return new JobResult.Judged(
                job.lease(),
                Outcome.valueOf(judgement.outcome().name()),
                judgement.labels(),
                judgement.ruleIds(),
                new Confidence(
                        judgement.confidence(),
                        Confidence.Source.valueOf(judgement.confidenceSource().name())),
                judgement.rationale(),
                judgement.truncated(),
                millis,
                EngineOutput.account(judgement.account()));
    }
}
