package dev.precept.quickstart.policyfolder;

/// The registry said no; the message is what it says to people.
public final class RegistryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    RegistryRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }
}
