package dev.precept.console.registry;

import dev.precept.contracts.policy.CitedRuleApi;
import dev.precept.contracts.policy.LintSettingsApi;
import dev.precept.contracts.policy.PolicyDiffApi;
import dev.precept.contracts.policy.PromptApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// Clients for everything about a policy's text.
@Configuration(proxyBeanMethods = false)
class ProseClients {

    @Bean
    PolicyDiffApi policyDiffs(HttpServiceProxyFactory registry) {
        return registry.createClient(PolicyDiffApi.class);
    }

    @Bean
    PromptApi prompts(HttpServiceProxyFactory registry) {
        return registry.createClient(PromptApi.class);
    }

    @Bean
    CitedRuleApi citedRules(HttpServiceProxyFactory registry) {
        return registry.createClient(CitedRuleApi.class);
    }

    @Bean
    LintSettingsApi lintSettings(HttpServiceProxyFactory registry) {
        return registry.createClient(LintSettingsApi.class);
    }
}
