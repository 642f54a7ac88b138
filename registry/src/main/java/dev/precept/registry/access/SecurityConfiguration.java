package dev.precept.registry.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Deny by default: the API needs a token, and each of its methods names its roles.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(HttpSecurity http, HandlerExceptionResolver handlerExceptionResolver) {
        var problems = new SecurityProblems(handlerExceptionResolver);
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/v1/**")
                                .authenticated()
                                .requestMatchers(
                                        "/",
                                        "/error",
                                        "/actuator/health/**",
                                        "/actuator/info",
                                        "/actuator/prometheus",
                                        "/v3/api-docs/**",
                                        "/swagger-ui/**",
                                        "/swagger-ui.html")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(problems)
                                .accessDeniedHandler(problems)
                                .jwt(jwt -> jwt.jwtAuthenticationConverter(new TokenRoles())))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
