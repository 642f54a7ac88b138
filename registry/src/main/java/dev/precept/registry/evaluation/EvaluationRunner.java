package dev.precept.registry.evaluation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Moves every open run on, each second. A run that fails does not stop the others and is tried
/// again.
@Component
class EvaluationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationRunner.class);

    private final EvaluationRows runs;
    private final EvaluationSteps steps;

    EvaluationRunner(EvaluationRows runs, EvaluationSteps steps) {
        this.runs = runs;
        this.steps = steps;
    }

    @Scheduled(fixedDelayString = "PT1S")
    public void moveOn() {
        for (var run : runs.open()) {
            try {
                steps.step(run);
            } catch (RuntimeException failed) {
                LOG.warn("evaluation {} could not go on: {}", run, failed.getClass().getName());
            }
        }
    }
}
