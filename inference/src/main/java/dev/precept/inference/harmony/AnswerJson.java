package dev.precept.inference.harmony;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON in what a model says.
public final class AnswerJson {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private AnswerJson() {}

    /// The object in a text that may have fences or words around it.
    ///
    /// @return empty if there is none
    public static Optional<JsonNode> in(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            return Optional.of(STRICT.readTree(text.substring(from, to + 1)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// Nothing unless it is a text that says something.
    public static Optional<String> text(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank());
    }
}
