package dev.precept.worker.engine;

/// The engine that the settings name cannot be had. The message is the engine's own: one line that
/// says what to do.
final class EngineStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EngineStartException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
