package dev.precept.registry.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Bodies of change requests that work as they stand.
final class RequestExamples {

    private static final String POLICY = "/v1/policies/{slug}";
    private static final String VERSION = POLICY + "/versions/{number}";

    private RequestExamples() {}

    static void add(OpenAPI api) {
        example(
                api,
                POLICY + "/approval-rules",
                PathItem::getPut,
                """
                {"approvals": 2,
                 "groups": [{"group": "legal", "approvals": 1}],
                 "demands": ["AUTHOR_MAY_NOT_APPROVE", "LAST_EDITOR_MAY_NOT_APPROVE",
                             "EARLIER_EDITORS_MAY_NOT_APPROVE", "WRITERS_MAY_NOT_ACTIVATE",
                             "DECLINE_BLOCKS", "GATES_PASSED"]}
                """);
        example(
                api,
                VERSION + "/request/invitations",
                PathItem::getPost,
                """
                {"person": "ava"}
                """);
        example(
                api,
                VERSION + "/request/merge",
                PathItem::getPut,
                """
                {"revision": 4, "onto": 7, "text": "---\\nlabels: ..."}
                """);
        example(
                api,
                VERSION + "/threads",
                PathItem::getPost,
                """
                {"anchor": {"rule": "SP2"}, "text": "Does this cover raffles?"}
                """);
        example(
                api,
                VERSION + "/threads/{id}/comments",
                PathItem::getPost,
                """
                {"text": "Yes, with the words of the second example."}
                """);
    }

    private static void example(
            OpenAPI api, String path, Function<PathItem, @Nullable Operation> method, String body) {
        var item = api.getPaths().get(path);
        var operation = item == null ? null : method.apply(item);
        if (operation != null && operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(media -> media.setExample(body));
        }
    }
}
