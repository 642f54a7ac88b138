package dev.precept.console.shell;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.web.client.ResourceAccessException;

/// What went wrong, in words for the person at the screen.
record Failure(String title, String detail, Kind kind) {

    /// Who can do something about it.
    enum Kind {
        REFUSED,
        UNREACHABLE,
        SIGNED_OUT,
        OURS
    }

    static Failure of(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PreceptException problem -> {
                    return of(problem);
                }
                case ResourceAccessException unreachable -> {
                    return new Failure(
                            "The registry is not reachable",
                            "Nothing was changed. It may be restarting: try again in a moment.",
                            Kind.UNREACHABLE);
                }
                case ClientAuthorizationException expired -> {
                    return signedOut();
                }
                default -> {}
            }
        }
        return new Failure(
                "Something failed on our side",
                "The console's log has the cause. Reload the page and try again.",
                Kind.OURS);
    }

    private static Failure of(PreceptException problem) {
        return problem.code() == ErrorCode.UNAUTHENTICATED
                ? signedOut()
                : new Failure(
                        problem.code().title(), String.valueOf(problem.getMessage()), Kind.REFUSED);
    }

    private static Failure signedOut() {
        return new Failure("Your session has ended", "Sign in again to go on.", Kind.SIGNED_OUT);
    }

    boolean isOurs() {
        return kind == Kind.OURS;
    }

    boolean needsSignIn() {
        return kind == Kind.SIGNED_OUT;
    }
}
