package dev.precept.quickstart.identity;

import dev.precept.contracts.access.Role;
import dev.precept.quickstart.identity.DemoPeople.Person;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The applications that may ask for tokens: the console for people, the services for themselves,
/// and for each role a client whose token is that of the demo person who has it.
public final class Clients {

    private static final String DEMO = "demo-";

    private Clients() {}

    /// The client that opens with the secret of demo clients.
    public static String demo(Role role) {
        return DEMO + role.wireName();
    }

    /// The provider wants each client to have a secret of its own.
    static String secret(Role role, String demoSecret) {
        return demoSecret + "-" + role.wireName();
    }

    static List<RegisteredClient> all(URI console, String demoSecret) {
        var clients = new ArrayList<RegisteredClient>();
        clients.add(console(console));
        for (var service : DemoPeople.SERVICES) {
            clients.add(service(service.name(), service.name()));
        }
        for (var role : Role.values()) {
            clients.add(service(demo(role), secret(role, demoSecret)));
        }
        return clients;
    }

    /// In whose name a client asks for itself.
    static Optional<Person> holder(String client) {
        return Arrays.stream(Role.values())
                .filter(role -> demo(role).equals(client))
                .findFirst()
                .map(DemoPeople::standingFor)
                .or(() ->
                        DemoPeople.SERVICES.stream()
                                .filter(it -> it.name().equals(client))
                                .findFirst());
    }

    private static RegisteredClient console(URI console) {
        var builder =
                builder("precept-console", "precept-console")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                        .scope(OidcScopes.OPENID)
                        .scope(OidcScopes.PROFILE)
                        .clientSettings(
                                ClientSettings.builder()
                                        .requireProofKey(true)
                                        .requireAuthorizationConsent(false)
                                        .build());
        for (var base : List.of(console.toString(), "http://127.0.0.1:" + console.getPort())) {
            for (var registration : List.of("precept", "precept-console", "keycloak", "oidc")) {
                builder.redirectUri(base + "/login/oauth2/code/" + registration);
            }
            builder.postLogoutRedirectUri(base);
            builder.postLogoutRedirectUri(base + "/");
        }
        return builder.build();
    }

    private static RegisteredClient service(String id, String secret) {
        return builder(id, secret)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient.Builder builder(String id, String secret) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(
                        TokenSettings.builder()
                                .accessTokenTimeToLive(Duration.ofMinutes(15))
                                .refreshTokenTimeToLive(Duration.ofHours(12))
                                .build());
    }
}
