package dev.precept.inference.engine;

/// A forward pass or a copy failed. The message says why and never quotes tokens.
public class DecoderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DecoderException(String message, Throwable cause) {
        super(message, cause);
    }

    public DecoderException(String message) {
        super(message);
    }
}
