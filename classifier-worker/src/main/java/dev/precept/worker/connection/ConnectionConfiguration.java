package dev.precept.worker.connection;

import dev.precept.contracts.correction.EmbeddingApi;
import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.contracts.queue.LeaseApi;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// The registry's interfaces over HTTP. A call may take as long as the longest poll, and some.
@Configuration
class ConnectionConfiguration {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

    @Bean
    HttpServiceProxyFactory registryProxies(
            RestClient.Builder builder, ConnectionProperties properties) {
        var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(LONGEST_ANSWER);
        var client =
                builder.baseUrl(properties.registryUrl())
                        .requestFactory(requests)
                        .requestInterceptor(RegistryTokens.interceptor(properties))
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build();
    }

    @Bean
    LeaseApi leaseApi(HttpServiceProxyFactory registryProxies) {
        return registryProxies.createClient(LeaseApi.class);
    }

    @Bean
    EmbeddingApi embeddingApi(HttpServiceProxyFactory registryProxies) {
        return registryProxies.createClient(EmbeddingApi.class);
    }

    @Bean
    WordingTaskApi wordingTaskApi(HttpServiceProxyFactory registryProxies) {
        return registryProxies.createClient(WordingTaskApi.class);
    }

    @Bean
    FleetApi fleetApi(HttpServiceProxyFactory registryProxies) {
        return registryProxies.createClient(FleetApi.class);
    }

    @Bean
    PolicyApi policyApi(HttpServiceProxyFactory registryProxies) {
        return registryProxies.createClient(PolicyApi.class);
    }
}
