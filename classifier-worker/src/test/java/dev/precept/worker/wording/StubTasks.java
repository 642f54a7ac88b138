package dev.precept.worker.wording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.precept.contracts.proposal.WordingAnswer;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.contracts.proposal.WordingTaskApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/// The registry's interface for wordings over real HTTP: hands out each task once.
final class StubTasks implements AutoCloseable {

    private final HttpServer server;
    private final LinkedBlockingQueue<WordingTask> tasks = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<WordingAnswer> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final int refusal;

    /// @param failures calls that are answered with 503 first
    /// @param refusal the status of answers after that; 204 takes them
    StubTasks(int failures, int refusal, WordingTask... tasks) {
        this.failures.set(failures);
        this.refusal = refusal;
        this.tasks.addAll(List.of(tasks));
        try {
            this.server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/wording-tasks", this::serve);
        server.start();
    }

    WordingTaskApi client() {
        var client =
                RestClient.builder()
                        .baseUrl("http://localhost:" + server.getAddress().getPort())
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(WordingTaskApi.class);
    }

    /// What came, refused or not.
    LinkedBlockingQueue<WordingAnswer> answers() {
        return answers;
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            reply(exchange, 503, "");
        } else if (exchange.getRequestURI().getPath().endsWith("/answers")) {
            reply(exchange, refusal, "");
            answers.add(JsonMapper.shared().readValue(body, WordingAnswer.class));
        } else {
            var task = tasks.poll();
            reply(
                    exchange,
                    200,
                    JsonMapper.shared()
                            .writeValueAsString(task == null ? List.of() : List.of(task)));
        }
    }

    private static void reply(HttpExchange exchange, int status, String reply) throws IOException {
        var bytes = reply.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
