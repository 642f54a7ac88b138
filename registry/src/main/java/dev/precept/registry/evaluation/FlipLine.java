package dev.precept.registry.evaluation;

import static dev.precept.registry.wire.FormulaGuard.cell;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.wire.LineFile;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A flip as files have it.
record FlipLine(
        int position,
        Content content,
        GoldenExpectation expected,
        @JsonProperty("protected") boolean guarded,
        Change change,
        Said before,
        Said now)
        implements LineFile.Line {

    static final List<String> COLUMNS =
            List.of(
                    "case",
                    "text",
                    "content_json",
                    "language",
                    "expected_outcome",
                    "expected_label",
                    "expected_rule",
                    "protected",
                    "change",
                    "was",
                    "was_rules",
                    "was_rationale",
                    "is",
                    "is_rules",
                    "is_rationale");

    /// What one of the runs says.
    record Said(Outcome outcome, List<String> ruleIds, String rationale) {

        static Said of(Verdict verdict) {
            return new Said(verdict.outcome(), verdict.ruleIds(), verdict.rationale());
        }
    }

    static FlipLine of(Flip flip) {
        return new FlipLine(
                flip.position(),
                flip.content(),
                flip.expected(),
                flip.guarded(),
                Change.of(flip),
                Said.of(flip.before()),
                Said.of(flip.now()));
    }

    @Override
    public List<String> cells(JsonMapper json) {
        var message = content instanceof Message written ? written.text() : null;
        return List.of(
                Integer.toString(position),
                cell(message),
                message == null ? json.writerFor(Content.class).writeValueAsString(content) : "",
                cell(content.language()),
                expected.outcome().name(),
                cell(expected.label()),
                cell(expected.ruleId()),
                Boolean.toString(guarded),
                change.name(),
                before.outcome().name(),
                cell(String.join(" ", before.ruleIds())),
                cell(before.rationale()),
                now.outcome().name(),
                cell(String.join(" ", now.ruleIds())),
                cell(now.rationale()));
    }
}
