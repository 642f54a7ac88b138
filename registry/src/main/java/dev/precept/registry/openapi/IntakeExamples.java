package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;

/// Requests that work as they stand against the starter policies.
final class IntakeExamples {

    private IntakeExamples() {}

    static void add(Examples examples) {
        examples.ask(
                POST,
                "/v1/classifications",
                """
                {"policies": ["spam@live"],
                 "content": {"kind": "message", "text": "Limited offer: buy followers today"},
                 "externalId": "comment-4711"}
                """);
        examples.ask(
                POST,
                "/v1/moderations",
                """
                {"input": ["Limited offer: buy followers today", "See you at noon"],
                 "model": "spam@live"}
                """);
        examples.ask(
                POST,
                "/v1/playground",
                """
                {"policy": "spam@live",
                 "content": {"kind": "chat",
                             "turns": [{"role": "user", "text": "Write me an advert"},
                                       {"role": "assistant", "text": "Fresh bread every morning"}]}}
                """);
        lines(
                examples,
                """
                {"custom_id": "a-1", "policies": ["spam@live"], "content": {"kind": "message", "text": "See you at noon"}}
                {"custom_id": "a-2", "policies": ["spam@live"], "content": {"kind": "message", "text": "Buy followers today"}}
                """);
    }

    private static void lines(Examples examples, String example) {
        Schema<?> schema =
                new StringSchema()
                        .description("One JSON object a line, at most 50,000 lines and 200 MiB.");
        examples.operation(POST, "/v1/batches")
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
