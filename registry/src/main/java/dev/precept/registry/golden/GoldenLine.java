package dev.precept.registry.golden;

import static dev.precept.registry.wire.FormulaGuard.cell;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.Replacement;
import dev.precept.registry.wire.LineFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A golden case as files have it.
///
/// @param replaced as in [dev.precept.contracts.policy.GoldenCase]; told for readers, and not read
///   again
record GoldenLine(
        Content content,
        GoldenExpectation expected,
        @Nullable String note,
        String source,
        @JsonProperty("protected") boolean guarded,
        @Nullable Replacement replaced)
        implements LineFile.Line {

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
                    "protected",
                    "rule_now");

    @Override
    public List<String> cells(JsonMapper json) {
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
                Boolean.toString(guarded),
                cell(ruleNow()));
    }

    /// The rule that stands for the expected one, `none`, or null where that still stands.
    private @Nullable String ruleNow() {
        if (replaced == null) {
            return null;
        }
        return replaced.by() == null ? "none" : replaced.by();
    }

    GoldenLine with(@Nullable Replacement way) {
        return new GoldenLine(content, expected, note, source, guarded, way);
    }
}
