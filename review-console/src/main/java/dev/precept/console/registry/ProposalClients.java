package dev.precept.console.registry;

import dev.precept.contracts.proposal.ProposalApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// The client for wordings that a model proposes.
@Configuration(proxyBeanMethods = false)
class ProposalClients {

    @Bean
    ProposalApi proposals(HttpServiceProxyFactory registry) {
        return registry.createClient(ProposalApi.class);
    }
}
