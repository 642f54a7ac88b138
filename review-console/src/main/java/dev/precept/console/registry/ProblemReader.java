package dev.precept.console.registry;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient.ResponseSpec.ErrorHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads an RFC 9457 problem back into the exception that the registry threw.
@Component
class ProblemReader implements ErrorHandler {

    private static final TypeReference<Map<String, Object>> PROBLEM = new TypeReference<>() {};

    private final JsonMapper json;

    ProblemReader(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void handle(HttpRequest request, ClientHttpResponse response) throws IOException {
        throw exception(response.getStatusCode().value(), members(response));
    }

    private static PreceptException exception(int status, Map<String, Object> problem) {
        var name = String.valueOf(problem.get("code"));
        var code =
                Arrays.stream(ErrorCode.values())
                        .filter(known -> known.wireName().equals(name))
                        .findFirst()
                        .orElseGet(() -> byStatus(status));
        var detail =
                problem.get("detail") instanceof String text
                        ? text
                        : "The registry answered with status " + status + ".";
        var others = new TreeMap<>(problem);
        others.values().removeIf(value -> value == null);
        return new PreceptException(code, detail, others);
    }

    /// For answers that something between us and the registry gave.
    private static ErrorCode byStatus(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 429 -> ErrorCode.OVERLOADED;
            default -> ErrorCode.INTERNAL;
        };
    }

    private Map<String, Object> members(ClientHttpResponse response) throws IOException {
        try (var body = response.getBody()) {
            return json.readValue(body, PROBLEM);
        } catch (JacksonException noProblem) {
            return Map.of();
        }
    }
}
