package dev.precept.quickstart.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends content to a running quickstart as the demo submitter does.
public final class Submissions implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI registry;
    private final String token;

    public Submissions(RunningQuickstart quickstart) throws IOException, InterruptedException {
        this.registry = quickstart.registry();
        this.token = quickstart.token("submitter");
    }

    /// The answer once every verdict is there.
    public JsonNode message(String policy, String text) throws IOException, InterruptedException {
        return content(policy, Map.of("kind", "message", "text", text));
    }

    public JsonNode content(String policy, Object content)
            throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("policies", List.of(policy), "content", content));
        var request =
                HttpRequest.newBuilder(registry.resolve("/v1/classifications?wait=60"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("no verdict, status " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
