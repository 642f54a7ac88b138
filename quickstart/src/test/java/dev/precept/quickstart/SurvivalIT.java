package dev.precept.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.quickstart.testing.RunningQuickstart;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Processes are killed in the middle of work, and no item is lost or judged twice.
class SurvivalIT {

    private static final int ITEMS = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningQuickstart quickstart = RunningQuickstart.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";
    private long tokenAt;

    @Test
    void everyItemOfABatchEndsWithOneVerdictThoughWorkerAndRegistryAreKilled() throws Exception {
        var id = submit();
        awaitDone(id, 50);

        quickstart.application("worker").destroyForcibly();
        awaitDone(id, ITEMS / 4);
        quickstart.application("registry").destroyForcibly();
        awaitDone(id, ITEMS);

        var batch = batch(id);
        assertThat(batch.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(batch.path("counts").path("jobs").asInt()).isEqualTo(ITEMS);
        assertThat(batch.path("counts").path("dead").asInt()).isZero();
        var results = get("/v1/batches/" + id + "/results").lines().map(JSON::readTree).toList();
        assertThat(results).hasSize(ITEMS);
        assertThat(results).allSatisfy(line -> assertThat(line.path("verdicts")).hasSize(1));
        assertThat(results.stream().map(line -> line.path("custom_id").asString()))
                .doesNotHaveDuplicates();
    }

    private String submit() throws IOException, InterruptedException {
        var lines =
                IntStream.range(0, ITEMS)
                        .mapToObj(number ->
                                "{\"custom_id\":\"line-%d\",\"policies\":[\"spam\"],\"content\":{\"kind\":\"message\",\"text\":\"The garden opens at %d o'clock, bring water\"}}"
                                        .formatted(number, number))
                        .collect(Collectors.joining("\n"));
        var response =
                http.send(
                        request("/v1/batches")
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(lines))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(202);
        return JSON.readTree(response.body()).path("id").asString();
    }

    private void awaitDone(String batch, int atLeast) {
        RunningQuickstart.await(
                atLeast + " verdicts",
                () -> {
                    try {
                        return batch(batch).path("counts").path("done").asInt() >= atLeast;
                    } catch (IOException restarting) {
                        return false;
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                });
    }

    private JsonNode batch(String id) throws IOException, InterruptedException {
        return JSON.readTree(get("/v1/batches/" + id));
    }

    private String get(String path) throws IOException, InterruptedException {
        var response = http.send(request(path).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(quickstart.registry().resolve(path))
                .header("Authorization", "Bearer " + token());
    }

    /// One token for a few minutes: asking for one starts a process.
    private String token() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - tokenAt > 300_000_000_000L) {
            token = quickstart.token("submitter");
            tokenAt = System.nanoTime();
        }
        return token;
    }
}
