package dev.precept.inference.onnx;

/// ONNX Runtime refused a call or failed in it.
public final class OrtException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int FAIL = 1;

    private final int code;
    private final String reason;

    OrtException(int code, String message) {
        super("ONNX Runtime: " + message + " (code " + code + ")");
        this.code = code;
        this.reason = message;
    }

    /// ONNX Runtime's own words, in one line.
    String reason() {
        return reason.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /// `OrtErrorCode`: 1 fail, 2 invalid argument, 3 no such file, 6 runtime exception, 7 invalid
    /// protobuf, 9 not implemented, 10 invalid graph, 11 execution provider failed.
    public int code() {
        return code;
    }
}
