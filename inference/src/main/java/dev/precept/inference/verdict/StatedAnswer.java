package dev.precept.inference.verdict;

import dev.precept.prompt.AnswerContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the JSON of an answer says, not yet checked against a policy.
///
/// @param confidence as the model states it, if it does
record StatedAnswer(
        boolean violates,
        List<String> rules,
        @Nullable String category,
        String rationale,
        @Nullable String confidence) {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// Reads the object in a text that may have fences or words around it.
    ///
    /// @return empty if there is none, or it does not say whether the content violates
    static Optional<StatedAnswer> read(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            return of(STRICT.readTree(text.substring(from, to + 1)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<StatedAnswer> of(JsonNode json) {
        return decision(json.path("violation"))
                .map(violates ->
                        new StatedAnswer(
                                violates,
                                texts(json.path("rule_ids")),
                                text(json.path("policy_category")),
                                Optional.ofNullable(text(json.path("rationale"))).orElse(""),
                                text(json.path("confidence"))));
    }

    private static Optional<Boolean> decision(JsonNode value) {
        return switch (value.isValueNode() ? value.asString() : "") {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static List<String> texts(JsonNode list) {
        var nodes = list.isArray() ? list.valueStream() : Stream.of(list);
        return nodes.filter(JsonNode::isString)
                .map(JsonNode::asString)
                .distinct()
                .limit(AnswerContract.MOST_RULES)
                .toList();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }
}
