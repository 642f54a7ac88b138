package dev.precept.console.signin;

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
