package dev.precept.inference;

/// There is no judgement, or no wording. The message says why, without content.
public final class ClassificationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean retryable;

    /// @param code stable, in kebab case
    /// @param retryable false if the same call must fail again
    public ClassificationException(
            String code, String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryable = retryable;
    }

    public ClassificationException(String code, String message, boolean retryable) {
        super(message);
        this.code = code;
        this.retryable = retryable;
    }

    public String code() {
        return code;
    }

    public boolean retryable() {
        return retryable;
    }
}
