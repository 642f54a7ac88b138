package dev.precept.console.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Plain pages for people who are not signed in and cannot be just now: what happened and what to
/// do. They need nothing that needs signing in.
@Component
class SignInPages implements AuthenticationFailureHandler {

    private static final int RETRY_SECONDS = 10;

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s · Precept</title>
              <link rel="icon" href="%2$s/precept/logo.svg">
              <link rel="stylesheet" href="%2$s/precept/sign-in.css">
            </head>
            <body>
              <main>
                <img src="%2$s/precept/logo.svg" alt="Precept" width="40" height="40">
                <h1>%1$s</h1>
                %3$s
                <p><a class="again" href="%2$s%4$s">Try again</a></p>
              </main>
            </body>
            </html>
            """;

    private final SignInProperties properties;
    private final Counter away;
    private final Counter unusable;

    SignInPages(SignInProperties properties, MeterRegistry meters) {
        this.properties = properties;
        away = meters.counter("precept.console.sign.in.failures", "reason", "away");
        unusable = meters.counter("precept.console.sign.in.failures", "reason", "answer");
    }

    void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        away.increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
        write(
                request,
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "Nobody can sign in right now",
                """
                <p>The service that knows who you are does not answer. Your work is safe: nothing was
                lost, and nothing is done in your name meanwhile.</p>
                <p>It may only be restarting, so wait a moment and try again. If it stays like this,
                tell whoever runs Precept that nothing answers at <code>%s</code>.</p>
                """
                        .formatted(escaped(properties.issuer())));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        unusable.increment();
        var code =
                exception instanceof OAuth2AuthenticationException oauth
                        ? oauth.getError().getErrorCode()
                        : "unknown";
        write(
                request,
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "Signing in did not work",
                """
                <p>You came back from signing in, but the answer could not be used. This happens when
                the sign-in page was open for long, was opened twice, or was left by going back.</p>
                <p>Try again. If it fails once more, tell whoever runs Precept this code:
                <code>%s</code>.</p>
                """
                        .formatted(escaped(code)));
    }

    private static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String title,
            String words)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter()
                .write(
                        PAGE.formatted(
                                title, escaped(request.getContextPath()), words, SignInGate.START));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
