package dev.precept.inference.openai;

import dev.precept.inference.Model;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What can be known of a model that somebody else runs: its name and what the server says of it.
/// Its weights are out of sight, and the model's settings say so.
final class ServedModel {

    private static final List<String> LASTING = List.of("id", "root", "owned_by", "max_model_len");

    private ServedModel() {}

    static Model find(ChatServer server, ChatServerSettings settings) {
        var answer = models(server, settings);
        if (answer.statusCode() == 404) {
            return model(JsonMapper.shared().createObjectNode(), settings);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "the chat server at %s answers %d to the question for its models; %s"
                            .formatted(
                                    settings.base(),
                                    answer.statusCode(),
                                    answer.statusCode() == 401 || answer.statusCode() == 403
                                            ? "set precept.openai.api-key"
                                            : "precept.openai.base-url ends with /v1 for most servers"));
        }
        var known = known(answer.body(), settings);
        return known.stream()
                .filter(each -> each.path("id").asString("").equals(settings.model()))
                .findFirst()
                .map(each -> model(each, settings))
                .orElseThrow(() -> unknown(known, settings));
    }

    private static HttpResponse<String> models(ChatServer server, ChatServerSettings settings) {
        try {
            return server.models();
        } catch (IOException problem) {
            throw new IllegalStateException(
                    "no chat server answers at %s; start it, or set precept.openai.base-url"
                            .formatted(settings.base()),
                    problem);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the chat server was asked", stopping);
        }
    }

    private static List<JsonNode> known(String body, ChatServerSettings settings) {
        try {
            return JsonMapper.shared().readTree(body).path("data").valueStream().toList();
        } catch (JacksonException problem) {
            throw new IllegalStateException(
                    "what answers at %s is no chat server: its list of models is not JSON"
                            .formatted(settings.base()),
                    problem);
        }
    }

    private static IllegalStateException unknown(
            List<JsonNode> known, ChatServerSettings settings) {
        return new IllegalStateException(
                "the chat server at %s has no model '%s'; set precept.openai.model to one of: %s"
                        .formatted(
                                settings.base(),
                                settings.model(),
                                known.stream()
                                        .map(each -> each.path("id").asString(""))
                                        .limit(20)
                                        .collect(Collectors.joining(", "))));
    }

    private static Model model(JsonNode said, ChatServerSettings settings) {
        var described = new HashMap<>(settings.described());
        described.put(
                "digestOf", "the server's description of the model; its weights are not seen");
        return new Model(settings.model(), digest(said, settings), "chat server", described);
    }

    private static String digest(JsonNode said, ChatServerSettings settings) {
        var lasting =
                LASTING.stream()
                        .map(name -> name + "=" + said.path(name).asString(""))
                        .collect(Collectors.joining("\n", settings.model() + "\n", "\n"));
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(lasting.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
