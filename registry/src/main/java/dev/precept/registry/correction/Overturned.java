package dev.precept.registry.correction;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.correction.CorrectedCase;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.UUID;

/// A verdict that a person overturned.
///
/// @param said what the verdict was
/// @param cited the rules of the verdict
/// @param right what the person said
record Overturned(
        CaseId id,
        UUID item,
        Content content,
        Outcome said,
        List<String> cited,
        GoldenExpectation right,
        String reason) {

    String key() {
        return "item:" + item;
    }

    CorrectedCase told() {
        return new CorrectedCase(id, content, said, cited, right, reason);
    }

    /// Shows no content.
    @Override
    public String toString() {
        return "Overturned[" + id + "]";
    }
}
