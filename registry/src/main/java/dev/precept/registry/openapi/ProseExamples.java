package dev.precept.registry.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import org.jspecify.annotations.Nullable;

/// Requests about a policy's text that work as they stand.
final class ProseExamples {

    private static final String TEXT =
            "---\\nlabels: {noise: [NO1]}\\n---\\n## Violates\\n- **NO1** Usually loud.\\n";

    private ProseExamples() {}

    static void add(OpenAPI api) {
        body(post(api, "/v1/policy-lint"), "{\"text\": \"" + TEXT + "\"}");
        body(
                post(api, "/v1/policy-prompt"),
                "{\"text\": \"%s\", \"content\": {\"kind\": \"message\", \"text\": \"See you at noon\"}}"
                        .formatted(TEXT));
        body(
                post(api, "/v1/policies/{slug}/versions/{number}/prompt"),
                "{\"content\": {\"kind\": \"message\", \"text\": \"See you at noon\"}}");
        var settings = api.getPaths().get("/v1/lint-settings");
        body(
                settings == null ? null : settings.getPut(),
                "{\"levels\": {\"vague-word\": \"ERROR\", \"length\": \"OFF\"}}");
    }

    private static @Nullable Operation post(OpenAPI api, String path) {
        var item = api.getPaths().get(path);
        return item == null ? null : item.getPost();
    }

    private static void body(@Nullable Operation operation, String example) {
        if (operation != null && operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(media -> media.setExample(example));
        }
    }
}
