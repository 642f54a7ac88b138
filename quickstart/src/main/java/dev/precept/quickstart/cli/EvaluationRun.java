package dev.precept.quickstart.cli;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/// Starts an evaluation and waits for its end, telling how far it is.
record EvaluationRun(EvaluationApi evaluations, Duration patience, Consumer<String> progress) {

    private static final Duration POLL = Duration.ofSeconds(1);

    /// @throws IOException as [#untilEnd]
    Evaluation of(String slug, int version, EvaluationSource source)
            throws IOException, InterruptedException {
        return untilEnd(evaluations.start(slug, new NewEvaluation(version, source)));
    }

    /// @throws IOException if it is not done in time, or somebody cancelled it; it goes on, and the
    ///   message names it
    Evaluation untilEnd(Evaluation started) throws IOException, InterruptedException {
        var run = started;
        long deadline = System.nanoTime() + patience.toNanos();
        int told = -1;
        while (run.finishedAt() == null) {
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "evaluation %s has judged %d of %d cases within %d s; it goes on in the registry"
                                .formatted(
                                        run.id(),
                                        run.progress().judged(),
                                        run.progress().cases(),
                                        patience.toSeconds()));
            }
            int ended = run.progress().judged() + run.progress().failed();
            if (ended != told && run.state() == Evaluation.State.RUNNING) {
                progress.accept("%d of %d cases".formatted(ended, run.progress().cases()));
                told = ended;
            }
            Thread.sleep(POLL);
            run = evaluations.get(run.id());
        }
        if (run.state() == Evaluation.State.CANCELLED) {
            throw new IOException("evaluation " + run.id() + " was cancelled by somebody");
        }
        return run;
    }
}
