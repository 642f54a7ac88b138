package dev.precept.inference.verdict;

import dev.precept.inference.harmony.AnswerJson;
import dev.precept.prompt.AnswerContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the JSON of an answer says, not yet checked against a policy.
///
/// @param confidence as the model states it, if it does
record StatedAnswer(
        boolean violates,
        List<String> rules,
        @Nullable String category,
        String rationale,
        @Nullable String confidence) {

    /// @return empty if there is no object, or it does not say whether the content violates
    static Optional<StatedAnswer> read(String text) {
        return AnswerJson.in(text).flatMap(StatedAnswer::of);
    }

    private static Optional<StatedAnswer> of(JsonNode json) {
        return decision(json.path("violation"))
                .map(violates ->
                        new StatedAnswer(
                                violates,
                                texts(json.path("rule_ids")),
                                text(json.path("policy_category")),
                                AnswerJson.text(json.path("rationale")).orElse(""),
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
        return AnswerJson.text(value).orElse(null);
    }
}
