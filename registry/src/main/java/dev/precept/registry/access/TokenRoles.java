package dev.precept.registry.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Reads name, roles and groups from a token in Keycloak's shape: `preferred_username`,
/// `realm_access.roles` and, if there, `groups`, with or without a slash in front.
final class TokenRoles implements Converter<Jwt, AbstractAuthenticationToken> {

    /// Starts the authority of a member of a group.
    static final String GROUP = "GROUP_";

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
        var roles = access == null ? List.<String>of() : texts(access.get("roles"));
        var groups = texts(token.getClaims().get("groups"));
        return Stream.concat(
                        roles.stream().map(role -> "ROLE_" + role),
                        groups.stream().map(group -> GROUP + withoutSlash(group)))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String withoutSlash(String group) {
        return group.startsWith("/") ? group.substring(1) : group;
    }
}
