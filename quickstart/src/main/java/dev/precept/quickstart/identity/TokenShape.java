package dev.precept.quickstart.identity;

import dev.precept.contracts.access.Role;
import dev.precept.quickstart.identity.DemoPeople.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// Gives access and id tokens the shape of Keycloak's: `preferred_username`, `realm_access.roles`,
/// `groups` and the audience `precept`.
final class TokenShape implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext context) {
        who(context)
                .ifPresent(person -> {
                    var claims = context.getClaims();
                    claims.subject(person.name());
                    claims.claim("preferred_username", person.name());
                    claims.claim("name", person.name());
                    claims.claim(
                            "realm_access",
                            Map.of("roles", person.roles().stream().map(Role::wireName).toList()));
                    claims.claim("groups", person.groups());
                    claims.claims(all -> all.merge("aud", List.of("precept"), TokenShape::both));
                });
    }

    private static Optional<Person> who(JwtEncodingContext context) {
        return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())
                ? Clients.holder(context.getRegisteredClient().getClientId())
                : Optional.ofNullable(context.<Authentication>getPrincipal())
                        .flatMap(principal -> DemoPeople.named(principal.getName()));
    }

    private static Object both(Object known, Object added) {
        var all = new HashSet<Object>();
        all.addAll(known instanceof List<?> list ? list : List.of(known));
        all.addAll((List<?>) added);
        return List.copyOf(all);
    }
}
