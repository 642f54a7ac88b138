package dev.precept.console.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands before signing in: while the identity provider does not answer, people get a page that
/// says so instead of being sent to an address that is down.
final class SignInGate extends OncePerRequestFilter {

    static final String START = "/oauth2/authorization/" + IdentityProvider.ID;

    private static final Logger LOG = LoggerFactory.getLogger(SignInGate.class);

    private final IdentityProvider provider;
    private final SignInPages pages;

    SignInGate(IdentityProvider provider, SignInPages pages) {
        this.provider = provider;
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !START.equals(request.getServletPath() + pathInfo(request));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trouble = provider.trouble();
        if (trouble.isPresent()) {
            LOG.warn("nobody can sign in: {}", trouble.get());
            pages.away(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String pathInfo(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? "" : info;
    }
}
