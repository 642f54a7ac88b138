package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The policies of a registry, as one token may see and change them.
///
/// Calls throw [RegistryRefusal] with what the registry says.
public final class RegistryPolicies {

    private final PolicyApi policies;
    private final GoldenSetApi golden;
    private final EvaluationApi evaluations;

    public RegistryPolicies(URI registry, String token) {
        var client =
                RestClient.builder()
                        .baseUrl(registry)
                        .defaultHeader("Authorization", "Bearer " + token)
                        .defaultStatusHandler(
                                HttpStatusCode::isError,
                                (request, response) -> {
                                    throw new RegistryRefusal(
                                            response.getStatusCode().value(),
                                            "the registry answered %d: %s"
                                                    .formatted(
                                                            response.getStatusCode().value(),
                                                            detail(response.getBody())));
                                })
                        .build();
        var proxies = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build();
        policies = proxies.createClient(PolicyApi.class);
        golden = proxies.createClient(GoldenSetApi.class);
        evaluations = proxies.createClient(EvaluationApi.class);
    }

    public PolicyApi policies() {
        return policies;
    }

    GoldenSetApi golden() {
        return golden;
    }

    public EvaluationApi evaluations() {
        return evaluations;
    }

    /// Null if there is none of this name.
    public @Nullable Policy find(String slug) {
        try {
            return policies.get(slug);
        } catch (RegistryRefusal refused) {
            if (refused.status() == 404) {
                return null;
            }
            throw refused;
        }
    }

    /// A policy as a folder would hold it.
    ///
    /// @param number of the version whose text is taken
    public PolicyFolder folder(Policy policy, int number) {
        return new PolicyFolder(
                new NewPolicy(
                        policy.slug(), policy.name(), policy.description(), policy.owningTeam()),
                policies.version(policy.slug(), number).text(),
                goldenCases(policy.slug()),
                evaluations.gates(policy.slug()).gates());
    }

    List<NewGoldenCase> goldenCases(String slug) {
        var cases = new ArrayList<NewGoldenCase>();
        String cursor = null;
        do {
            var page = golden.list(slug, cursor);
            page.items().stream().map(RegistryPolicies::unowned).forEach(cases::add);
            cursor = page.next();
        } while (cursor != null);
        return cases;
    }

    private static NewGoldenCase unowned(GoldenCase stored) {
        return new NewGoldenCase(
                stored.content(), stored.expected(), stored.note(), stored.guarded() ? true : null);
    }

    private static String detail(InputStream body) throws IOException {
        try {
            return JsonMapper.shared().readTree(body).path("detail").asString("no detail");
        } catch (JacksonException notJson) {
            return "no detail";
        }
    }
}
