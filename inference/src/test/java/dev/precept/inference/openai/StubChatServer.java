package dev.precept.inference.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A chat server on a port of its own that answers what it was told to, in turn; the last answer is
/// given again and again.
final class StubChatServer implements AutoCloseable {

    static final String MODEL = "safeguard";

    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    final List<String> keys = new CopyOnWriteArrayList<>();

    /// Answers one request.
    @FunctionalInterface
    interface Reply {

        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    StubChatServer(Reply... replies) throws IOException {
        this.replies.addAll(List.of(replies));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/v1/models",
                exchange ->
                        send(exchange, 200, Map.of(), "{\"data\":[{\"id\":\"" + MODEL + "\"}]}"));
        server.createContext("/v1/chat/completions", this::chat);
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
    }

    private void chat(HttpExchange exchange) throws IOException {
        requests.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var reply = replies.size() > 1 ? replies.poll() : replies.peek();
        try (exchange) {
            if (reply != null) {
                reply.to(exchange);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static Reply status(int status, Map<String, String> headers, String body) {
        return exchange -> send(exchange, status, headers, body);
    }

    /// Events, then the end that servers write.
    static Reply events(String... chunks) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var lines = new ArrayDeque<>(List.of(chunks));
            lines.add("[DONE]");
            for (var line : lines) {
                exchange.getResponseBody()
                        .write(("data: " + line + "\n\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        };
    }

    static Reply answer(String reasoning, String text) {
        return events(thought(reasoning), said(text), done("stop"));
    }

    static String thought(String piece) {
        return delta("reasoning_content", piece, null);
    }

    static String said(String piece) {
        return delta("content", piece, null);
    }

    static String done(String reason) {
        return """
        {"choices":[{"delta":{},"finish_reason":"%s"}],"usage":{"prompt_tokens":90,"completion_tokens":40,\
        "prompt_tokens_details":{"cached_tokens":64},"completion_tokens_details":{"reasoning_tokens":25}}}\
        """
                .formatted(reason);
    }

    static String delta(String member, String piece, @Nullable String logprobs) {
        return """
        {"choices":[{"delta":{"%s":%s}%s,"finish_reason":null}]}\
        """
                .formatted(
                        member,
                        JsonMapper.shared().writeValueAsString(piece),
                        logprobs == null ? "" : ",\"logprobs\":{\"content\":" + logprobs + "}");
    }

    private static void send(
            HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        headers.forEach(exchange.getResponseHeaders()::add);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
