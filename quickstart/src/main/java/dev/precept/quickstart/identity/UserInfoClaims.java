package dev.precept.quickstart.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/// What the user-info endpoint tells: the person as the id token names them, with their roles.
final class UserInfoClaims {

    private UserInfoClaims() {}

    static Map<String, Object> of(OAuth2Authorization authorization) {
        var idToken = Objects.requireNonNull(authorization.getToken(OidcIdToken.class)).getToken();
        var claims = new HashMap<String, Object>();
        for (var name : new String[] {"sub", "preferred_username", "name", "realm_access"}) {
            claims.put(name, Objects.requireNonNull(idToken.getClaim(name)));
        }
        return claims;
    }
}
