package dev.precept.registry.golden;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.GoldenExpectation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A golden case as files have it.
record GoldenLine(
        Content content,
        GoldenExpectation expected,
        @Nullable String note,
        String source,
        @JsonProperty("protected") boolean guarded) {

    static final List<String> COLUMNS =
            List.of(
                    "text",
                    "content_json",
                    "expected_outcome",
                    "expected_label",
                    "expected_rule",
                    "note",
                    "language",
                    "source",
                    "protected");

    List<String> cells(JsonMapper json) {
        var message = content instanceof Message written ? written.text() : null;
        return List.of(
                cell(message),
                message == null ? json.writerFor(Content.class).writeValueAsString(content) : "",
                expected.outcome().name(),
                cell(expected.label()),
                cell(expected.ruleId()),
                cell(note),
                cell(content.language()),
                cell(source),
                Boolean.toString(guarded));
    }

    private static String cell(@Nullable String value) {
        return FormulaGuard.guarded(Objects.requireNonNullElse(value, ""));
    }
}
