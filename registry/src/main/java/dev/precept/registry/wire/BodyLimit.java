package dev.precept.registry.wire;

import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Bounds request bodies by what they declare and by what arrives, so that a chunked body cannot
/// pass. Batches stream and count for themselves.
@Component
class BodyLimit extends OncePerRequestFilter {

    static final int JSON_BYTES = 4 * 1024 * 1024;
    static final int RESULTS_BYTES = 16 * 1024 * 1024;

    private final HandlerExceptionResolver resolver;

    BodyLimit(HandlerExceptionResolver handlerExceptionResolver) {
        resolver = handlerExceptionResolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v1/")
                || request.getRequestURI().equals("/v1/batches");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            resolver.resolveException(
                    request, response, null, tooLarge(limit, request.getContentLengthLong()));
        } else if (hasNul(request)) {
            resolver.resolveException(
                    request,
                    response,
                    null,
                    new PreceptException(
                            ErrorCode.INVALID_ARGUMENT,
                            "The address holds the character %00, which is no text. Take it out."));
        } else {
            chain.doFilter(new Bounded(request, limit), response);
        }
    }

    /// Results and golden sets come many at a time.
    private static int limit(String uri) {
        if (uri.endsWith("/golden-uploads")) {
            return GoldenUpload.MAX_BYTES;
        }
        return uri.startsWith("/v1/leases") || uri.endsWith("/golden-cases/import")
                ? RESULTS_BYTES
                : JSON_BYTES;
    }

    private static boolean hasNul(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && query.contains("%00");
    }

    static PreceptException tooLarge(int limit, long bytes) {
        return new PreceptException(
                ErrorCode.CONTENT_TOO_LARGE,
                "The body has "
                        + (bytes < 0 ? "more than " + limit : bytes)
                        + " bytes; at most "
                        + limit
                        + " are taken here. Shorten the content, or send many contents as a batch.");
    }

    /// Hands out the body through a [BoundedBody].
    private static final class Bounded extends HttpServletRequestWrapper {

        private final int limit;

        Bounded(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedBody(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
