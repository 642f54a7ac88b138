package dev.precept.worker.wording;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingAnswer;
import dev.precept.contracts.proposal.WordingAnswer.Claimed;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.contracts.proposal.WordingTaskApi.Claim;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Classifier;
import dev.precept.inference.WordingWriter;
import dev.precept.worker.engine.EngineInput;
import dev.precept.worker.lease.WorkLoop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/// Writes the wordings that people ask for, one at a time, if the engine writes.
@Component
class WordingMember implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WordingMember.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final int TRIES = 20;

    private final WordingTaskApi registry;
    private final Optional<WordingWriter> writer;
    private final ModelCard model;
    private final WorkerId worker;
    private final Duration pause;
    private volatile @Nullable Thread thread;

    @Autowired
    WordingMember(WordingTaskApi registry, Classifier classifier, WorkLoop loop) {
        this(registry, classifier, loop.worker(), PAUSE);
    }

    /// @param pause between two looks at the registry
    WordingMember(WordingTaskApi registry, Classifier classifier, WorkerId worker, Duration pause) {
        this.registry = registry;
        this.writer = classifier.writer();
        this.model = EngineInput.card(classifier.model());
        this.worker = worker;
        this.pause = pause;
    }

    @Override
    public void start() {
        writer.ifPresent(writes ->
                thread =
                        Thread.ofVirtual()
                                .name("precept-wording")
                                .start(() -> keepWriting(writes)));
    }

    private void keepWriting(WordingWriter writes) {
        try {
            while (true) {
                for (var task : claimed()) {
                    answer(task.id(), answer(writes, task));
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException stop) {
            log.debug("no more wordings are written", stop);
        }
    }

    /// No failure of the registry or of the identity provider ends the loop.
    private List<WordingTask> claimed() {
        try {
            return registry.claim(new Claim(worker));
        } catch (RuntimeException unreachable) {
            log.debug("the registry gives no task now", unreachable);
            return List.of();
        }
    }

    /// A worker that stops just leaves: its task goes to another one once it is gone.
    private WordingAnswer answer(WordingWriter writes, WordingTask task)
            throws InterruptedException {
        var claim = new Claimed(worker, task.attempt());
        try {
            return WordingAnswers.of(claim, writes.write(Briefs.of(task)), model);
        } catch (ClassificationException problem) {
            log.warn("no wording for {}: {}", task.id(), problem.code());
            return WordingAnswers.of(claim, problem);
        } catch (RuntimeException defect) {
            var name = defect.getClass().getSimpleName();
            log.warn("no wording for {}: {}", task.id(), name);
            return new WordingAnswer.Failed(claim, "engine-failed", name, true);
        }
    }

    /// Tries for a while: what took minutes to write is not thrown away for one lost call.
    private void answer(ProposalId id, WordingAnswer answer) throws InterruptedException {
        var say = answer;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                registry.answer(id, say);
                return;
            } catch (HttpClientErrorException refused) {
                switch (refused.getStatusCode().value()) {
                    case 404, 409 -> {
                        log.info("nobody wants the wording for {} any more", id);
                        return;
                    }
                    case 400, 413, 422 -> say = refused(id, say, refused);
                    default ->
                            log.warn("the wording for {} waits: {}", id, refused.getStatusCode());
                }
            } catch (RuntimeException unreachable) {
                log.warn(
                        "the wording for {} waits: {}", id, unreachable.getClass().getSimpleName());
            }
            Thread.sleep(pause);
        }
        log.warn("the wording for {} is dropped: the registry was not reached", id);
    }

    /// What the registry cannot take is told as a failure, so that nobody waits for it.
    private static WordingAnswer refused(
            ProposalId id, WordingAnswer said, HttpClientErrorException refused) {
        log.warn("the registry refuses the wording for {}: {}", id, refused.getStatusCode());
        return new WordingAnswer.Failed(
                said.claim(),
                "unreadable-wording",
                "the registry refused what the model wrote",
                false);
    }

    @Override
    public void stop() {
        var writing = thread;
        if (writing == null) {
            return;
        }
        writing.interrupt();
        try {
            writing.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
