package dev.precept.registry.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Reads name and roles from a token in Keycloak's shape: `preferred_username` and
/// `realm_access.roles`.
final class TokenRoles implements Converter<Jwt, AbstractAuthenticationToken> {

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return new JwtAuthenticationToken(token, authorities(token), name(token));
    }

    private static String name(Jwt token) {
        var preferred = token.getClaimAsString("preferred_username");
        if (preferred != null) {
            return preferred;
        }
        var subject = token.getSubject();
        if (subject == null) {
            throw new InvalidBearerTokenException("the token names nobody");
        }
        return subject;
    }

    private static List<SimpleGrantedAuthority> authorities(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        if (access == null || !(access.get("roles") instanceof Collection<?> roles)) {
            return List.of();
        }
        return roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }
}
