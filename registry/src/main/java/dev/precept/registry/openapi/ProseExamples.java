package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.PUT;

/// Requests about a policy's text that work as they stand.
final class ProseExamples {

    private static final String TEXT =
            "---\\nlabels: {noise: [NO1]}\\n---\\n## Violates\\n- **NO1** Usually loud.\\n";
    private static final String CONTENT = "{\"kind\": \"message\", \"text\": \"See you at noon\"}";

    private ProseExamples() {}

    static void add(Examples examples) {
        examples.ask(POST, "/v1/policy-lint", "{\"text\": \"" + TEXT + "\"}");
        examples.ask(
                POST,
                "/v1/policy-prompt",
                "{\"text\": \"%s\", \"content\": %s}".formatted(TEXT, CONTENT));
        examples.ask(
                POST,
                "/v1/policies/{slug}/versions/{number}/prompt",
                "{\"content\": %s}".formatted(CONTENT));
        examples.ask(
                PUT,
                "/v1/lint-settings",
                "{\"levels\": {\"vague-word\": \"ERROR\", \"length\": \"OFF\"}}");
    }
}
