package dev.precept.registry.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;

/// Requests that work as they stand against the starter policies.
final class IntakeExamples {

    private IntakeExamples() {}

    static void add(OpenAPI api) {
        json(
                api,
                "/v1/classifications",
                """
                {"policies": ["spam@live"],
                 "content": {"kind": "message", "text": "Limited offer: buy followers today"},
                 "externalId": "comment-4711"}
                """);
        json(
                api,
                "/v1/moderations",
                """
                {"input": ["Limited offer: buy followers today", "See you at noon"],
                 "model": "spam@live"}
                """);
        json(
                api,
                "/v1/playground",
                """
                {"policy": "spam@live",
                 "content": {"kind": "chat",
                             "turns": [{"role": "user", "text": "Write me an advert"},
                                       {"role": "assistant", "text": "Fresh bread every morning"}]}}
                """);
        lines(
                api,
                """
                {"custom_id": "a-1", "policies": ["spam@live"], "content": {"kind": "message", "text": "See you at noon"}}
                {"custom_id": "a-2", "policies": ["spam@live"], "content": {"kind": "message", "text": "Buy followers today"}}
                """);
    }

    private static void json(OpenAPI api, String path, String example) {
        var item = api.getPaths().get(path);
        if (item != null && item.getPost() != null && item.getPost().getRequestBody() != null) {
            item.getPost()
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(media -> media.setExample(example));
        }
    }

    private static void lines(OpenAPI api, String example) {
        var item = api.getPaths().get("/v1/batches");
        if (item != null && item.getPost() != null) {
            Schema<?> schema =
                    new StringSchema()
                            .description(
                                    "One JSON object a line, at most 50,000 lines and 200 MiB.");
            item.getPost()
                    .requestBody(
                            new RequestBody()
                                    .required(true)
                                    .content(
                                            new Content()
                                                    .addMediaType(
                                                            "application/x-ndjson",
                                                            new MediaType()
                                                                    .schema(schema)
                                                                    .example(example))));
        }
    }
}
