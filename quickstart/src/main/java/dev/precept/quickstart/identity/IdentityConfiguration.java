package dev.precept.quickstart.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.precept.quickstart.kept.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/// The provider's endpoints and sign-in page. Registrations and sessions live in memory: after a
/// restart people sign in again.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({PlainSecrets.class, SignInPage.class, TokenShape.class})
class IdentityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(oidc ->
                                    oidc.userInfoEndpoint(info ->
                                            info.userInfoMapper(context ->
                                                    new OidcUserInfo(
                                                            UserInfoClaims.of(
                                                                    context.getAuthorization())))));
                        })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .exceptionHandling(handling ->
                        handling.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SignInPage.PATH),
                                new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signIn(HttpSecurity http) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        SignInPage.PATH,
                                        "/sign-in.css",
                                        "/sign-in.js",
                                        "/error",
                                        "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage(SignInPage.PATH).permitAll())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(Secrets secrets, @Value("${precept.console}") URI console)
            throws IOException {
        return new InMemoryRegisteredClientRepository(
                Clients.all(console, secrets.random(Secrets.DEMO_CLIENTS)));
    }

    @Bean
    AuthorizationServerSettings settings(@Value("${precept.issuer}") String issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(Secrets secrets) throws IOException {
        return new ImmutableJWKSet<>(SigningKey.kept(secrets));
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(
                DemoPeople.PEOPLE.stream()
                        .map(person ->
                                User.withUsername(person.name())
                                        .password(DemoPeople.PASSWORD)
                                        .roles("PERSON")
                                        .build())
                        .toList());
    }

    @Bean
    Secrets secrets(@Value("${precept.secrets}") Path folder) {
        return new Secrets(folder);
    }
}
