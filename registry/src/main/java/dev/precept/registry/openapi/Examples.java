package dev.precept.registry.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Puts examples beside operations of the document: what to send, and what comes back.
final class Examples {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenAPI api;

    Examples(OpenAPI api) {
        this.api = api;
    }

    /// @throws IllegalStateException if there is no such operation, or it takes no body
    void ask(HttpMethod method, String path, String body) {
        var taken = operation(method, path).getRequestBody();
        if (taken == null) {
            throw new IllegalStateException(method + " " + path + " takes no body");
        }
        show(taken.getContent(), body);
    }

    /// @throws IllegalStateException if there is no such operation, or it answers with nothing
    void answer(HttpMethod method, String path, String body) {
        var responses = operation(method, path).getResponses();
        var content =
                Stream.of("200", "201", "202")
                        .map(responses::get)
                        .filter(response -> response != null && response.getContent() != null)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        method + " " + path + " answers with nothing"));
        show(content.getContent(), body);
    }

    Operation operation(HttpMethod method, String path) {
        var item = api.getPaths().get(path);
        var operation = item == null ? null : item.readOperationsMap().get(method);
        if (operation == null) {
            throw new IllegalStateException("there is no operation " + method + " " + path);
        }
        return operation;
    }

    private static void show(Content content, String example) {
        var read = JSON.readValue(example, Object.class);
        content.values().forEach(media -> media.setExample(read));
    }
}
