package dev.precept.registry.testing;

import dev.precept.contracts.access.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// Calls the running registry as somebody.
public final class ApiClients {

    private final String baseUrl;

    ApiClients(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /// A plain client with a token, for requests that the interfaces cannot say.
    public RestClient as(String name, Role... roles) {
        return RestClient.builder()
                .baseUrl(baseUrl)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + Tokens.of(name, roles))
                .build();
    }

    /// One of the interfaces of `contracts`, called as somebody.
    public <T> T api(Class<T> type, String name, Role... roles) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(as(name, roles)))
                .build()
                .createClient(type);
    }

    public String baseUrl() {
        return baseUrl;
    }
}
