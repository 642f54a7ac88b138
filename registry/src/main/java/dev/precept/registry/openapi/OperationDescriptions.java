package dev.precept.registry.openapi;

import dev.precept.contracts.problem.ErrorCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Gives every operation its tag, its problems and, for intake, an example.
final class OperationDescriptions implements OpenApiCustomizer {

    private static final Map<String, String> TAGS = tags();

    private static Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        tags.put("classifications", "One content in, verdicts out.");
        tags.put("batches", "Many contents as lines of NDJSON.");
        tags.put("moderations", "The shape of OpenAI's moderation endpoint.");
        tags.put("playground", "Trying a policy out.");
        tags.put("items", "Looking up contents and their verdicts.");
        tags.put("policies", "Policies, their versions, approvals and aliases.");
        tags.put("evaluations", "Versions measured on golden sets and past items.");
        tags.put("multi-policy-accuracy", "Runs of several policies together.");
        tags.put("embeddings", "Texts of corrections that workers embed.");
        tags.put("wording-tasks", "Wordings that workers write.");
        tags.put("cases", "Review: claim, decide, appeal to the golden set.");
        tags.put("queue", "Depth, age and dead letters.");
        tags.put("leases", "What workers say to the queue.");
        tags.put("workers", "The fleet.");
        tags.put("ledger", "Every change of state.");
        tags.put("me", "What waits for the person who asks.");
        return tags;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas("Problem", problem());
        var used = new TreeSet<String>();
        api.getPaths()
                .forEach((path, item) -> {
                    var tag = tagOf(path);
                    used.add(tag);
                    item.readOperations().forEach(operation -> describe(operation, tag));
                });
        api.setTags(
                used.stream()
                        .map(tag -> new Tag().name(tag).description(TAGS.getOrDefault(tag, tag)))
                        .toList());
        var examples = new Examples(api);
        IntakeExamples.add(examples);
        PolicyExamples.add(examples);
        AliasExamples.add(examples);
        GoldenExamples.add(examples);
        EvaluationExamples.add(examples);
        RequestExamples.add(examples);
        ProseExamples.add(examples);
        RolloutExamples.add(examples);
        ProposalExamples.add(examples);
        InboxExamples.add(examples);
    }

    private static String tagOf(String path) {
        var feature = path.split("/", 4)[2];
        return feature.startsWith("policy-") || feature.equals("lint-settings")
                ? "policies"
                : feature;
    }

    private static void describe(Operation operation, String tag) {
        operation.setTags(List.of(tag));
        var responses = operation.getResponses();
        if (responses == null) {
            responses = new ApiResponses();
            operation.setResponses(responses);
        }
        for (int status : new int[] {400, 401, 403, 404, 409, 413, 422, 429}) {
            if (!responses.containsKey(Integer.toString(status))) {
                responses.addApiResponse(Integer.toString(status), response(status));
            }
        }
    }

    private static ApiResponse response(int status) {
        var codes =
                Arrays.stream(ErrorCode.values())
                        .filter(code -> code.status() == status)
                        .map(code -> "`" + code.wireName() + "`: " + code.title())
                        .collect(Collectors.joining("; "));
        return new ApiResponse()
                .description(codes)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(
                                                        new Schema<>()
                                                                .$ref(
                                                                        "#/components/schemas/Problem"))));
    }

    private static Schema<?> problem() {
        var codes = Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName).toList();
        return new ObjectSchema()
                .description("A refusal (RFC 9457); some carry further members.")
                .addProperty(
                        "type", new StringSchema().example("urn:precept:problem:unknown-policy"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty(
                        "detail",
                        new StringSchema().description("What is wrong, and what to do about it."))
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "code",
                        new StringSchema()._enum(codes).description("Stable: branch on it."));
    }
}
