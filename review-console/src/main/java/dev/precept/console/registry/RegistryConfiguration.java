package dev.precept.console.registry;

import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationCaseApi;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.intake.BatchApi;
import dev.precept.contracts.intake.ItemApi;
import dev.precept.contracts.intake.PlaygroundApi;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.queue.QueueApi;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.review.CaseApi;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// Clients for every interface that the console uses.
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// Longer than the longest wait for a verdict.
    private static final Duration READ = Duration.ofSeconds(70);

    @Bean
    RestClient registryClient(
            RestClient.Builder builder,
            RegistryProperties properties,
            OAuth2AuthorizedClientManager tokens,
            ProblemReader problems) {
        var http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(READ);
        var token = new OAuth2ClientHttpRequestInterceptor(tokens);
        token.setClientRegistrationIdResolver(request -> "precept");
        // Asked anew each time: the holder's strategy is replaced while the application starts.
        token.setPrincipalResolver(
                request -> SecurityContextHolder.getContext().getAuthentication());
        return builder.baseUrl(properties.url().toString())
                .requestFactory(requests)
                .requestInterceptor(token)
                .defaultStatusHandler(HttpStatusCode::isError, problems)
                .build();
    }

    @Bean
    HttpServiceProxyFactory registry(RestClient registryClient) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(registryClient)).build();
    }

    @Bean
    RegistryFiles files(RestClient registryClient, ProblemReader problems) {
        return new ForwardedFiles(registryClient, problems);
    }

    @Bean
    MeApi me(HttpServiceProxyFactory registry) {
        return registry.createClient(MeApi.class);
    }

    @Bean
    PolicyApi policies(HttpServiceProxyFactory registry) {
        return registry.createClient(PolicyApi.class);
    }

    @Bean
    GoldenSetApi goldenSets(HttpServiceProxyFactory registry) {
        return registry.createClient(GoldenSetApi.class);
    }

    @Bean
    GoldenSetVersionApi goldenSetVersions(HttpServiceProxyFactory registry) {
        return registry.createClient(GoldenSetVersionApi.class);
    }

    @Bean
    GoldenUploadApi goldenUploads(HttpServiceProxyFactory registry) {
        return registry.createClient(GoldenUploadApi.class);
    }

    @Bean
    AliasApi aliases(HttpServiceProxyFactory registry) {
        return registry.createClient(AliasApi.class);
    }

    @Bean
    ChangeRequestApi changeRequests(HttpServiceProxyFactory registry) {
        return registry.createClient(ChangeRequestApi.class);
    }

    @Bean
    DiscussionApi discussions(HttpServiceProxyFactory registry) {
        return registry.createClient(DiscussionApi.class);
    }

    @Bean
    EvaluationApi evaluations(HttpServiceProxyFactory registry) {
        return registry.createClient(EvaluationApi.class);
    }

    @Bean
    EvaluationCaseApi evaluationCases(HttpServiceProxyFactory registry) {
        return registry.createClient(EvaluationCaseApi.class);
    }

    @Bean
    EvaluationReportApi evaluationReports(HttpServiceProxyFactory registry) {
        return registry.createClient(EvaluationReportApi.class);
    }

    @Bean
    PlaygroundApi playground(HttpServiceProxyFactory registry) {
        return registry.createClient(PlaygroundApi.class);
    }

    @Bean
    ItemApi items(HttpServiceProxyFactory registry) {
        return registry.createClient(ItemApi.class);
    }

    @Bean
    BatchApi batches(HttpServiceProxyFactory registry) {
        return registry.createClient(BatchApi.class);
    }

    @Bean
    CaseApi cases(HttpServiceProxyFactory registry) {
        return registry.createClient(CaseApi.class);
    }

    @Bean
    QueueApi queue(HttpServiceProxyFactory registry) {
        return registry.createClient(QueueApi.class);
    }

    @Bean
    FleetApi fleet(HttpServiceProxyFactory registry) {
        return registry.createClient(FleetApi.class);
    }

    @Bean
    LedgerApi ledger(HttpServiceProxyFactory registry) {
        return registry.createClient(LedgerApi.class);
    }
}
