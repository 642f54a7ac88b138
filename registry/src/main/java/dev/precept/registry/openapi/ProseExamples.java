package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.PUT;

import java.util.List;

/// Requests about a policy's text that work as they stand, and what comes back.
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
        answers(examples);
    }

    private static void answers(Examples examples) {
        examples.answer(
                POST,
                "/v1/policy-lint",
                """
                {"findings": [{"line": 4, "column": 1, "end": 12, "severity": "ERROR",
                               "code": "section-missing",
                               "message": "The section Instructions is missing.",
                               "why": "Models were trained on policies that have this section.",
                               "suggestion": "Add a line ## Instructions.",
                               "fix": {"title": "Add ## Instructions", "line": 4, "column": 1,
                                       "endLine": 4, "endColumn": 1, "text": "## Instructions\\n\\n"}}],
                 "tokens": 12}
                """);
        for (var path :
                List.of("/v1/policy-prompt", "/v1/policies/{slug}/versions/{number}/prompt")) {
            examples.answer(
                    POST,
                    path,
                    """
                    {"effort": "medium",
                     "pieces": [{"part": "SYSTEM", "control": true, "text": "<|start|>"},
                                {"part": "SYSTEM", "control": false, "text": "system"}],
                     "tokens": {"SYSTEM": 48, "POLICY": 19, "ANSWER": 131, "CONTENT": 6, "REPLY": 2},
                     "total": 206}
                    """);
        }
        var code =
                """
                {"code": "vague-word", "level": "%s", "usual": "WARNING", "fixed": false,
                 "why": "Two readers draw the line in two places."}
                """;
        examples.answer(
                GET,
                "/v1/lint-settings",
                "{\"revision\": 0, \"codes\": [%s]}".formatted(code.formatted("WARNING")));
        examples.answer(
                PUT,
                "/v1/lint-settings",
                """
                {"revision": 1, "codes": [%s], "changedBy": "ben",
                 "changedAt": "2026-03-02T08:00:00Z"}
                """
                        .formatted(code.formatted("ERROR")));
    }
}
