package dev.precept.console.registry;

import dev.precept.contracts.correction.CorrectionApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// The client for what people corrected.
@Configuration(proxyBeanMethods = false)
class CorrectionClients {

    @Bean
    CorrectionApi corrections(HttpServiceProxyFactory registry) {
        return registry.createClient(CorrectionApi.class);
    }
}
