package dev.precept.worker.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells why the engine cannot start in words instead of a stack trace.
final class EngineStartAnalyzer extends AbstractFailureAnalyzer<EngineStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, EngineStartException failure) {
        return new FailureAnalysis(
                String.valueOf(failure.getMessage()),
                "Correct the settings of the engine, or what it needs, and start the worker again.",
                failure);
    }
}
