package dev.precept.console.registry;

import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.RolloutApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// Clients for everything about the way of a version to an alias.
@Configuration(proxyBeanMethods = false)
class RolloutClients {

    @Bean
    RolloutApi rollouts(HttpServiceProxyFactory registry) {
        return registry.createClient(RolloutApi.class);
    }

    @Bean
    ActivationApi activations(HttpServiceProxyFactory registry) {
        return registry.createClient(ActivationApi.class);
    }

    @Bean
    BreakGlassApi breakGlass(HttpServiceProxyFactory registry) {
        return registry.createClient(BreakGlassApi.class);
    }
}
