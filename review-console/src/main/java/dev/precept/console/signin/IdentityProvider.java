package dev.precept.console.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/// The one identity provider. It is asked for its addresses when the first person signs in, so that
/// the console starts before it, and asked again until it answers.
@Component
class IdentityProvider implements ClientRegistrationRepository {

    static final String ID = "precept";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final SignInProperties properties;
    private volatile @Nullable ClientRegistration registration;

    IdentityProvider(SignInProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        var known = registration;
        if (known == null) {
            known = discover();
            registration = known;
        }
        return known;
    }

    /// Why nobody can sign in right now, if so. It asks the provider itself, for sign-ins are rare
    /// and a person who is sent to a dead address gets no help there.
    Optional<String> trouble() {
        try {
            var metadata = URI.create(properties.issuer() + "/.well-known/openid-configuration");
            var answer =
                    http.send(
                            HttpRequest.newBuilder(metadata).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() >= 500) {
                return Optional.of("the identity provider answers " + answer.statusCode());
            }
            var _ = findByRegistrationId(ID);
            return Optional.empty();
        } catch (IOException away) {
            return Optional.of("the identity provider does not answer: " + away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of("the console is stopping");
        } catch (IllegalArgumentException | IllegalStateException undescribed) {
            return Optional.of(
                    "the identity provider does not describe itself: " + undescribed.getMessage());
        }
    }

    private ClientRegistration discover() {
        return ClientRegistrations.fromIssuerLocation(properties.issuer())
                .registrationId(ID)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .scope("openid", "profile")
                .userNameAttributeName("preferred_username")
                .build();
    }
}
