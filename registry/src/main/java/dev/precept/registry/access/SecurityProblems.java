package dev.precept.registry.access;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Says no in the shape of every other refusal.
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver resolver;

    SecurityProblems(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception) {
        response.setHeader("WWW-Authenticate", "Bearer");
        resolve(
                request,
                response,
                new PreceptException(
                        ErrorCode.UNAUTHENTICATED,
                        "The bearer token is missing, expired or not for this registry. Get a new"
                                + " one from the identity provider."));
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException exception) {
        resolve(request, response, exception);
    }

    private void resolve(
            HttpServletRequest request, HttpServletResponse response, Exception exception) {
        resolver.resolveException(request, response, null, exception);
    }
}
