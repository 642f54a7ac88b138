package dev.precept.registry.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.precept.contracts.access.Role;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;

/// Bearer tokens in Keycloak's shape, signed with a key of this test run.
public final class Tokens {

    private static final RSAKey KEY = newKey();

    private Tokens() {}

    static RSAPublicKey publicKey() {
        try {
            return KEY.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A token for one hour.
    public static String of(String name, Role... roles) {
        return of(name, List.of(), roles);
    }

    /// A token of a member of groups.
    public static String of(String name, List<String> groups, Role... roles) {
        var claims =
                new JWTClaimsSet.Builder()
                        .subject("id-of-" + name)
                        .audience("precept")
                        .claim("preferred_username", name)
                        .claim(
                                "realm_access",
                                Map.of("roles", Arrays.stream(roles).map(Role::wireName).toList()))
                        .claim("groups", groups)
                        .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                        .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
