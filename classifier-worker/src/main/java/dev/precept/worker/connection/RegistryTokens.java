package dev.precept.worker.connection;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/// Puts a token of the worker's own on every request. The identity provider is asked at the first
/// request only, so that the worker starts before it; a refused token is thrown away.
final class RegistryTokens {

    private static final String REGISTRATION = "registry";

    private RegistryTokens() {}

    static ClientHttpRequestInterceptor interceptor(ConnectionProperties properties) {
        var known = new AtomicReference<ClientRegistration>();
        ClientRegistrationRepository registrations =
                _ -> {
                    ClientRegistration found = known.get();
                    if (found == null) {
                        found = discover(properties);
                        known.set(found);
                    }
                    return found;
                };
        var clients = new InMemoryOAuth2AuthorizedClientService(registrations);
        var interceptor =
                new OAuth2ClientHttpRequestInterceptor(
                        new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                                registrations, clients));
        var self =
                new AnonymousAuthenticationToken(
                        "worker", "worker", AuthorityUtils.createAuthorityList("ROLE_WORKER"));
        interceptor.setClientRegistrationIdResolver(_ -> REGISTRATION);
        interceptor.setPrincipalResolver(_ -> self);
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
        return interceptor;
    }

    private static ClientRegistration discover(ConnectionProperties properties) {
        return ClientRegistrations.fromIssuerLocation(properties.issuer())
                .registrationId(REGISTRATION)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }
}
