package dev.precept.contracts.problem;

import java.util.Map;

/// A refusal from the catalogue. The detail says what is wrong, with the numbers, and what to do;
/// it never quotes content.
public final class PreceptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> properties;

    public PreceptException(ErrorCode code, String detail) {
        this(code, detail, Map.of());
    }

    /// @param properties further members of the problem, for example `findings` or `retryAfter`
    public PreceptException(ErrorCode code, String detail, Map<String, Object> properties) {
        super(detail);
        this.code = code;
        this.properties = Map.copyOf(properties);
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
