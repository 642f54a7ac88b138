package dev.precept.console.signin;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.DispatcherType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;

/// Everything needs a signed-in person, except health, metrics and the style sheets.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/actuator/health/**",
                        "/actuator/info",
                        "/actuator/prometheus",
                        "/precept/*.css",
                        "/precept/*.svg")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, IdentityProvider provider, SignInPages pages)
            throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/webjars/**")
                                .authenticated()
                                .dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll())
                .with(vaadin(), console -> console.oauth2LoginPage(SignInGate.START, "{baseUrl}"))
                .oauth2Login(login -> login.failureHandler(pages))
                .addFilterBefore(
                        new SignInGate(provider, pages),
                        OAuth2AuthorizationRequestRedirectFilter.class)
                .build();
    }

    @Bean
    GrantedAuthoritiesMapper realmRoles() {
        return authorities -> authorities.stream().flatMap(SecurityConfiguration::roles).toList();
    }

    private static Stream<? extends GrantedAuthority> roles(GrantedAuthority authority) {
        if (!(authority instanceof OidcUserAuthority oidc)) {
            return Stream.of(authority);
        }
        var fromToken = roles(oidc.getIdToken().getClaimAsMap("realm_access"));
        var userInfo = oidc.getUserInfo();
        var fromUserInfo =
                userInfo == null
                        ? List.<GrantedAuthority>of()
                        : roles(userInfo.getClaimAsMap("realm_access"));
        return Stream.of(List.of(authority), fromToken, fromUserInfo)
                .flatMap(Collection::stream)
                .distinct();
    }

    private static List<GrantedAuthority> roles(@Nullable Map<String, Object> realmAccess) {
        if (realmAccess == null || !(realmAccess.get("roles") instanceof Collection<?> roles)) {
            return List.of();
        }
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
