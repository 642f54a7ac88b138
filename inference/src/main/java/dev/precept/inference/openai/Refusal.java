package dev.precept.inference.openai;

import dev.precept.inference.ClassificationException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells what a server's refusal means for the call. A server's message may quote the request, so
/// none of its words get through but its stable codes.
final class Refusal {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern TOO_LONG =
            Pattern.compile(
                    "context[ _-]?(?:length|size|window)|maximum context|too long|exceeds? the (?:available|maximum)",
                    Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    /// Whether the same call may succeed a little later.
    static boolean passes(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    static ClassificationException of(int status, String body) {
        var error = error(body);
        if (status == 400 && TOO_LONG.matcher(error.toString()).find()) {
            return new ClassificationException(
                    "context-overflow",
                    "policy, content and answer are longer than the chat server's context",
                    false);
        }
        var said = "the chat server answered " + status + code(error);
        return switch (status) {
            case 401, 403 ->
                    new ClassificationException(
                            "engine-denied", said + ": check precept.openai.api-key", true);
            case 404 ->
                    new ClassificationException(
                            "engine-denied",
                            said + ": check precept.openai.base-url and model",
                            true);
            case 429, 503 -> new ClassificationException("engine-overloaded", said, true);
            default ->
                    new ClassificationException(
                            passes(status) ? "engine-failed" : "engine-refused",
                            said,
                            passes(status));
        };
    }

    private static JsonNode error(String body) {
        try {
            var json = JsonMapper.shared().readTree(body);
            return json.has("error") ? json.path("error") : json;
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static String code(JsonNode error) {
        var code = error.path("code").asString(error.path("type").asString(""));
        return CODE.matcher(code).matches() ? " (" + code + ")" : "";
    }
}
