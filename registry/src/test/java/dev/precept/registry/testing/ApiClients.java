package dev.precept.registry.testing;

import dev.precept.contracts.access.Role;
import java.util.List;
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
        return with(Tokens.of(name, roles));
    }

    private RestClient with(String token) {
        return RestClient.builder()
                .baseUrl(baseUrl)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /// One of the interfaces of `contracts`, called as somebody.
    public <T> T api(Class<T> type, String name, Role... roles) {
        return api(type, as(name, roles));
    }

    /// As [#api], for a member of groups.
    public <T> T member(Class<T> type, String name, List<String> groups, Role... roles) {
        return api(type, with(Tokens.of(name, groups, roles)));
    }

    private static <T> T api(Class<T> type, RestClient client) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }

    public String baseUrl() {
        return baseUrl;
    }
}
