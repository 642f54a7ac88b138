package dev.precept.quickstart.cli;

import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.Rule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The few calls of the registry that the command line makes, without a container.
final class RegistryCalls {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI registry;
    private final String token;

    RegistryCalls(URI registry, String token) {
        this.registry = registry;
        this.token = token;
    }

    Answer classify(ClassificationRequest request, int waitSeconds)
            throws IOException, InterruptedException {
        var body =
                send(
                        request("/v1/classifications?wait=" + waitSeconds)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(request))));
        return new Answer(body, JSON.readValue(body, Classification.class));
    }

    List<Rule> rules(PolicyVersionRef version) throws IOException, InterruptedException {
        var path = "/v1/policies/%s/versions/%d".formatted(version.slug(), version.number());
        return JSON.readValue(send(request(path).GET()), PolicyVersion.class).rules();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(registry.resolve(path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    "the registry answered %d: %s"
                            .formatted(response.statusCode(), detail(response.body())));
        }
        return response.body();
    }

    private static String detail(String body) {
        try {
            return JSON.readTree(body).path("detail").asString("no detail");
        } catch (tools.jackson.core.JacksonException notJson) {
            return "no detail";
        }
    }

    /// The registry's answer as it came and as it reads.
    record Answer(String body, Classification classification) {}
}
