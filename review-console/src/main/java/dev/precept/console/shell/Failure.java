package dev.precept.console.shell;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.web.client.ResourceAccessException;

/// What went wrong, in words for the person at the screen.
///
/// @param status of a page that stands in for a view
record Failure(String title, String detail, Kind kind, int status) {

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
                            Kind.UNREACHABLE,
                            503);
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
                Kind.OURS,
                500);
    }

    private static Failure of(PreceptException problem) {
        return problem.code() == ErrorCode.UNAUTHENTICATED
                ? signedOut()
                : new Failure(
                        problem.code().title(),
                        detail(problem),
                        Kind.REFUSED,
                        problem.code().status());
    }

    private static String detail(PreceptException problem) {
        var detail = String.valueOf(problem.getMessage());
        if (!(problem.properties().get("findings") instanceof List<?> findings)) {
            return detail;
        }
        var lines =
                findings.stream()
                        .map(finding -> finding instanceof Map<?, ?> members ? line(members) : null)
                        .filter(Objects::nonNull);
        return Stream.concat(Stream.of(detail), lines).collect(Collectors.joining("\n"));
    }

    private static String line(Map<?, ?> finding) {
        return Stream.of(finding.get("message"), finding.get("suggestion"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" ", "Line " + finding.get("line") + ": ", ""));
    }

    private static Failure signedOut() {
        return new Failure(
                "Your session has ended", "Sign in again to go on.", Kind.SIGNED_OUT, 401);
    }

    boolean isOurs() {
        return kind == Kind.OURS;
    }

    boolean needsSignIn() {
        return kind == Kind.SIGNED_OUT;
    }
}
