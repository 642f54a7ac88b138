package dev.precept.worker.embedding;

import com.sun.net.httpserver.HttpExchange;
import dev.precept.contracts.correction.Embedding;
import dev.precept.contracts.correction.EmbeddingApi;
import dev.precept.contracts.correction.Embeddings;
import dev.precept.contracts.correction.TextKey;
import dev.precept.worker.testing.StubServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.json.JsonMapper;

/// The registry's interface for embeddings over real HTTP: hands out two texts at a time until each
/// has its vector. While it is ailing it answers 503.
final class StubRegistry implements AutoCloseable {

    private static final int AT_A_TIME = 2;

    private final StubServer server = new StubServer("/v1/embeddings", this::answer);
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Embedding> kept = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private volatile boolean ailing;

    StubRegistry(Map<String, String> texts) {
        this.texts.putAll(texts);
    }

    EmbeddingApi client() {
        return server.client(EmbeddingApi.class);
    }

    void ails(boolean ailing) {
        this.ailing = ailing;
    }

    Map<String, Embedding> kept() {
        return kept;
    }

    /// The status of every answer, in order.
    LinkedBlockingQueue<Integer> answers() {
        return answers;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (ailing) {
            reply(exchange, 503, "");
        } else if (exchange.getRequestMethod().equals("POST")) {
            JsonMapper.shared()
                    .readValue(body, Embeddings.class)
                    .vectors()
                    .forEach(vector -> kept.put(vector.key(), vector));
            reply(exchange, 204, "");
        } else {
            reply(
                    exchange,
                    200,
                    JsonMapper.shared()
                            .writeValueAsString(missing(exchange.getRequestURI().getRawQuery())));
        }
    }

    private List<TextKey> missing(String query) {
        var except =
                List.of(query.split("&")).stream()
                        .filter(parameter -> parameter.startsWith("except="))
                        .map(parameter -> parameter.substring("except=".length()))
                        .flatMap(keys ->
                                List.of(URLDecoder.decode(keys, StandardCharsets.UTF_8).split(","))
                                        .stream())
                        .toList();
        return texts.entrySet().stream()
                .filter(text -> !kept.containsKey(text.getKey()))
                .filter(text -> !except.contains(text.getKey()))
                .limit(AT_A_TIME)
                .map(text -> new TextKey(text.getKey(), text.getValue()))
                .toList();
    }

    private void reply(HttpExchange exchange, int status, String reply) throws IOException {
        StubServer.reply(exchange, status, reply);
        answers.add(status);
    }

    @Override
    public void close() {
        server.close();
    }
}
