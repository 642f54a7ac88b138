package dev.precept.inference.onnx;

/// ONNX Runtime refused a call or failed in it.
public final class OrtException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    OrtException(int code, String message) {
        super("ONNX Runtime: " + message + " (code " + code + ")");
        this.code = code;
    }

    /// `OrtErrorCode`: 1 fail, 2 invalid argument, 3 no such file, 6 runtime exception, 7 invalid
    /// protobuf, 9 not implemented, 10 invalid graph, 11 execution provider failed.
    public int code() {
        return code;
    }
}
