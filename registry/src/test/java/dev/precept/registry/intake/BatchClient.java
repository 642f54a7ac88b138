package dev.precept.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.intake.BatchApi;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.BatchLineError;
import dev.precept.contracts.intake.BatchLineResult;
import dev.precept.registry.testing.ApiClients;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Sends batches and reads their streams, as one submitter.
final class BatchClient {

    private final ApiClients clients;
    private final String submitter;
    private final JsonMapper json = JsonMapper.builder().build();

    BatchClient(ApiClients clients, String submitter) {
        this.clients = clients;
        this.submitter = submitter;
    }

    BatchApi api() {
        return clients.api(BatchApi.class, submitter, Role.SUBMITTER);
    }

    Answer submit(String body) {
        return submit(body.getBytes(UTF_8), null);
    }

    Answer submit(byte[] body, @Nullable String key) {
        var request =
                clients.as(submitter, Role.SUBMITTER)
                        .post()
                        .uri("/v1/batches")
                        .contentType(MediaType.valueOf("application/x-ndjson"));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        var response = request.body(body).retrieve().toEntity(Batch.class);
        return new Answer(
                response.getStatusCode().value(),
                response.getHeaders().getLocation(),
                Objects.requireNonNull(response.getBody()));
    }

    List<BatchLineResult> results(BatchId id) {
        return stream(id, "results", BatchLineResult.class);
    }

    List<BatchLineError> errors(BatchId id) {
        return stream(id, "errors", BatchLineError.class);
    }

    private <T> List<T> stream(BatchId id, String what, Class<T> type) {
        var bytes =
                clients.as(submitter, Role.SUBMITTER)
                        .get()
                        .uri("/v1/batches/{id}/{what}", id, what)
                        .retrieve()
                        .body(byte[].class);
        return bytes == null
                ? List.of()
                : new String(bytes, UTF_8)
                        .lines()
                        .map(line -> Objects.requireNonNull(json.readValue(line, type)))
                        .toList();
    }

    static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> line("c-" + n, "spam@live", "message number " + n))
                .collect(Collectors.joining("\n"));
    }

    static String line(String customId, String policy, String text) {
        return "{\"custom_id\":\""
                + customId
                + "\",\"policies\":[\""
                + policy
                + "\"],\"content\":{\"kind\":\"message\",\"text\":\""
                + text
                + "\"}}";
    }

    /// What a submission was answered with.
    record Answer(int status, @Nullable URI location, Batch batch) {}
}
