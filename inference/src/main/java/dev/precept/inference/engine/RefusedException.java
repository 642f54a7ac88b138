package dev.precept.inference.engine;

/// A request was not taken; no work was done for it.
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean retryable;

    private RefusedException(String code, String message, boolean retryable) {
        super(message);
        this.code = code;
        this.retryable = retryable;
    }

    static RefusedException contextOverflow(Request request, int context) {
        return new RefusedException(
                "context-overflow",
                ("policy %d + content %d + answer %d tokens do not fit into the context of %d; shorten the"
                                + " content or start the engine with a longer context")
                        .formatted(
                                request.prompt().prefix().length,
                                request.prompt().suffix().length,
                                request.mostTokens(),
                                context),
                false);
    }

    static RefusedException stopped() {
        return new RefusedException(
                "engine-stopped", "the engine takes no more work: it is shutting down", true);
    }

    /// Stable, in kebab case.
    public String code() {
        return code;
    }

    /// False if the same request must be refused again.
    public boolean retryable() {
        return retryable;
    }
}
