package dev.precept.registry.intake;

import static dev.precept.registry.intake.BatchClient.lines;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.BatchLineError;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import dev.precept.registry.testing.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class BrokenUploadIT {

    @Autowired private ApiClients clients;
    @Autowired private Batches batches;

    @Test
    void whatArrivedBeforeTheConnectionBrokeStaysAndRuns() throws IOException {
        var body = (lines(1, 1_700) + "\n{\"custom_id\": \"half").getBytes(UTF_8);
        try (var socket = open("broken-1", body.length + 10_000)) {
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            assertThat(awaitBatch("broken-1", 500).receiving()).isTrue();
        }
        var batch = awaitClosed("broken-1");
        assertThat(batch.counts()).isEqualTo(new Batch.Counts(1_700, 0, 1_700, 0, 0, 0));
        assertThat(new BatchClient(clients, "cutter").errors(batch.id()))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("upload-broken");
                    assertThat(error.line()).isEqualTo(1_701);
                    assertThat(error.detail()).contains("1700").contains(batch.id().toString());
                });
    }

    @Test
    void resetConnectionLeavesABatchThatIsClosed() throws IOException {
        var body = lines(1, 1_700).getBytes(UTF_8);
        try (var socket = open("broken-3", body.length + 10_000)) {
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            awaitBatch("broken-3", 500);
            socket.setSoLinger(true, 0);
        }
        var batch = awaitClosed("broken-3");
        assertThat(batch.counts().jobs()).isBetween(500, 1_700);
        assertThat(new BatchClient(clients, "cutter").errors(batch.id()))
                .extracting(BatchLineError::code)
                .containsExactly("upload-broken");
    }

    @Test
    void senderThatStillListensHearsHowFarItCame() throws IOException {
        var body = lines(1, 3).getBytes(UTF_8);
        try (var socket = open("broken-2", body.length + 10_000)) {
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            var answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                            .readLine();
            assertThat(answer).startsWith("HTTP/1.1 400");
        }
        assertThat(awaitClosed("broken-2").counts().jobs()).isEqualTo(2);
    }

    @Test
    void cancellingStopsAnUploadThatStillArrives() throws IOException {
        var start = lines(1, 600).getBytes(UTF_8);
        var rest = ("\n" + lines(601, 2_000)).getBytes(UTF_8);
        try (var socket = open("cancelled-1", start.length + rest.length)) {
            socket.getOutputStream().write(start);
            socket.getOutputStream().flush();
            var id = awaitBatch("cancelled-1", 500).id();
            new BatchClient(clients, "cutter").api().cancel(id);
            socket.getOutputStream().write(rest);
            socket.getOutputStream().flush();
            var answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                            .readLine();
            assertThat(answer).startsWith("HTTP/1.1 202");
            var batch = new BatchClient(clients, "cutter").api().get(id);
            assertThat(batch.status()).isEqualTo(Batch.Status.CANCELLED);
            assertThat(batch.counts().jobs()).isEqualTo(batch.counts().cancelled()).isLessThan(700);
        }
    }

    private Socket open(String key, int length) throws IOException {
        var address = URI.create(clients.baseUrl());
        var socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(
                        """
                        POST /v1/batches HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Type: application/x-ndjson\r
                        Idempotency-Key: %s\r
                        Content-Length: %d\r
                        \r
                        """
                                .formatted(Tokens.of("cutter", Role.SUBMITTER), key, length)
                                .getBytes(UTF_8));
        return socket;
    }

    private Batch awaitBatch(String key, int lines) {
        return await(
                () -> batchOf(key),
                batch -> batch.counts().lines() >= lines,
                "batch " + key + " with " + lines + " lines");
    }

    private Batch awaitClosed(String key) {
        return await(() -> batchOf(key), batch -> !batch.receiving(), "end of batch " + key);
    }

    private Batch batchOf(String key) {
        BatchId id = await(() -> batches.byKey("cutter", key).orElse(null), found -> true, key);
        return new BatchClient(clients, "cutter").api().get(id);
    }

    private static <T> T await(
            Supplier<? extends @Nullable T> source, Predicate<T> wanted, String what) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            T found = source.get();
            if (found != null && wanted.test(found)) {
                return found;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("waited 20 seconds for " + what);
    }
}
