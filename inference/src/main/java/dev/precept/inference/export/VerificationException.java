package dev.precept.inference.export;

/// An exported model does not compute what its checkpoint says. The message tells where and by how
/// much.
public final class VerificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VerificationException(String message) {
        super(message);
    }
}
