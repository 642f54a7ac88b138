package dev.precept.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the registry with one token. Every answer outside 2xx ends the run with the problem's
/// text.
final class RegistryClient {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI registry;
    private final String token;

    RegistryClient(URI registry, String token) {
        this.registry = registry;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return read(http.send(request(path).GET().build(), BodyHandlers.ofInputStream()));
    }

    /// The items of a list, page after page.
    ///
    /// @param path without a query
    List<JsonNode> all(String path) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get(path + (cursor.isEmpty() ? "" : "?cursor=" + cursor));
            page.path("items").forEach(items::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    /// Streams NDJSON lines up; the lines are made while they are sent.
    JsonNode postLines(String path, Supplier<InputStream> lines)
            throws IOException, InterruptedException {
        var request =
                request(path)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofInputStream(lines))
                        .build();
        return read(http.send(request, BodyHandlers.ofInputStream()));
    }

    /// Reads NDJSON line by line.
    void lines(String path, Consumer<JsonNode> line) throws IOException, InterruptedException {
        var response = http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() / 100 != 2) {
            read(response);
        }
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                line.accept(JSON.readTree(text));
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(registry.resolve(path))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode read(HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            var json = JSON.readTree(body);
            if (response.statusCode() / 100 != 2) {
                throw new IOException(
                        "%s answered %d: %s"
                                .formatted(
                                        response.uri().getPath(),
                                        response.statusCode(),
                                        json.path("detail").asString("no detail")));
            }
            return json;
        }
    }
}
