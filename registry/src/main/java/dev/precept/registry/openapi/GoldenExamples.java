package dev.precept.registry.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests on golden sets, evaluations and gates that work as they stand, and what comes back.
final class GoldenExamples {

    private static final String POLICY = "/v1/policies/{slug}";

    private final OpenAPI api;

    private GoldenExamples(OpenAPI api) {
        this.api = api;
    }

    static void add(OpenAPI api) {
        var examples = new GoldenExamples(api);
        examples.sets();
        examples.uploads();
        examples.evaluations();
        examples.gates();
    }

    private void sets() {
        ask(
                POLICY + "/golden-cases/import",
                PathItem::getPost,
                """
                {"source": "hand",
                 "cases": [{"content": {"kind": "message", "text": "Buy followers today"},
                            "expected": {"outcome": "VIOLATES", "label": "spam", "ruleId": "SP1"},
                            "note": "from the forum", "protected": true}]}
                """);
        answer(
                POLICY + "/golden-cases/import",
                PathItem::getPost,
                """
                {"added": 1, "known": 0}
                """);
        answer(
                POLICY + "/golden-sets",
                PathItem::getPost,
                """
                {"slug": "spam", "number": 2, "cases": 120, "frozenBy": "ava",
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "frozenAt": "2026-03-02T09:30:00Z"}
                """);
    }

    private void uploads() {
        var upload = operation(POLICY + "/golden-uploads", PathItem::getPost);
        if (upload != null) {
            upload.requestBody(
                    new RequestBody()
                            .required(true)
                            .description(
                                    "The file in UTF-8: CSV with a header, or one JSON object a line.")
                            .content(
                                    new Content()
                                            .addMediaType(
                                                    "application/octet-stream",
                                                    new MediaType()
                                                            .schema(
                                                                    new StringSchema()
                                                                            .format("binary"))
                                                            .example(
                                                                    "text,outcome,label,rule\n"
                                                                            + "Buy followers today,violates,spam,SP1\n"
                                                                            + "See you at noon,safe,,\n"))));
        }
        ask(
                POLICY + "/golden-uploads/{id}/mapping",
                PathItem::getPut,
                """
                {"columns": {"TEXT": "comment", "OUTCOME": "verdict", "RULE": "clause"},
                 "outcomes": {"toxic": "VIOLATES", "fine": "SAFE"}}
                """);
        ask(
                POLICY + "/golden-uploads/{id}/confirm",
                PathItem::getPost,
                """
                {"revision": 2, "changed": "KEEP"}
                """);
    }

    private void evaluations() {
        ask(
                POLICY + "/evaluations",
                PathItem::getPost,
                """
                {"version": 4, "source": {"kind": "golden", "number": 2}}
                """);
        var run =
                """
                {"id": "0198c1d2-7a3b-7c4d-8e5f-6a7b8c9d0e1f",
                 "policyVersion": {"slug": "spam", "number": 4,
                   "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"},
                 "source": {"kind": "golden", "number": 2,
                   "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
                 "state": "RUNNING", "progress": {"cases": 120, "judged": 31, "failed": 0},
                 "startedBy": "ava", "createdAt": "2026-03-02T09:31:00Z"}
                """;
        answer(POLICY + "/evaluations", PathItem::getPost, run);
        answer("/v1/evaluations/{id}", PathItem::getGet, run);
        answer("/v1/evaluations/{id}/cancel", PathItem::getPost, run);
        answer("/v1/evaluations/{id}/repeat", PathItem::getPost, run);
        answer(
                "/v1/evaluations/{id}/comparison/{before}",
                PathItem::getGet,
                """
                {"before": "0198c1d2-7a3b-7c4d-8e5f-6a7b8c9d0e1f",
                 "now": "0198c1e0-1111-7222-8333-444455556666",
                 "shared": 120, "flips": 6, "broken": 1, "mended": 5, "mcNemar": 0.21875,
                 "kinds": [{"was": "SAFE", "is": "VIOLATES", "change": "MENDED", "cases": 5},
                           {"was": "SAFE", "is": "VIOLATES", "change": "BROKEN", "cases": 1}]}
                """);
        answer(
                "/v1/multi-policy-accuracy",
                PathItem::getGet,
                """
                {"parts": [],
                 "exact": {"value": 0.75, "low": 0.3006, "high": 0.9544, "of": 4},
                 "exactOfSeveral": {"value": 0.5, "low": 0.0945, "high": 0.9055, "of": 2}}
                """);
    }

    private void gates() {
        ask(
                POLICY + "/gates",
                PathItem::getPut,
                """
                {"gates": [{"kind": "RECALL", "limit": 0.95}, {"kind": "PROTECTED_WRONG", "limit": 0}]}
                """);
        answer(
                POLICY + "/gates",
                PathItem::getPut,
                """
                {"revision": 3,
                 "gates": [{"kind": "RECALL", "limit": 0.95}, {"kind": "PROTECTED_WRONG", "limit": 0}]}
                """);
    }

    private void ask(String path, Function<PathItem, Operation> method, String example) {
        var operation = operation(path, method);
        if (operation != null && operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), example);
        }
    }

    private void answer(String path, Function<PathItem, Operation> method, String example) {
        var operation = operation(path, method);
        var response = operation == null ? null : operation.getResponses().get("200");
        if (response != null && response.getContent() != null) {
            show(response.getContent(), example);
        }
    }

    private static void show(Content content, String example) {
        content.values().forEach(media -> media.setExample(example));
    }

    private @Nullable Operation operation(String path, Function<PathItem, Operation> method) {
        var item = api.getPaths().get(path);
        return item == null ? null : method.apply(item);
    }
}
