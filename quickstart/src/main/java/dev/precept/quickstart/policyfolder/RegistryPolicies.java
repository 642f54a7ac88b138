package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.stream.Collectors;
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
    private final EvaluationReportApi reports;

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
        reports = proxies.createClient(EvaluationReportApi.class);
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

    public EvaluationReportApi reports() {
        return reports;
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
        return stored(policy, number).folder();
    }

    /// @param number of the version whose text is taken; null for none
    StoredPolicy stored(Policy policy, @Nullable Integer number) {
        var slug = policy.slug();
        var cases = Page.all(cursor -> golden.list(slug, cursor));
        var folder =
                new PolicyFolder(
                        new NewPolicy(
                                slug, policy.name(), policy.description(), policy.owningTeam()),
                        number == null ? "" : policies.version(slug, number).text(),
                        cases.stream().map(RegistryPolicies::unowned).toList(),
                        evaluations.gates(slug).gates());
        return new StoredPolicy(
                folder,
                cases.stream()
                        .collect(
                                Collectors.toMap(
                                        golden -> GoldenLines.key(golden.content()),
                                        GoldenCase::id,
                                        (newest, older) -> newest)));
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
