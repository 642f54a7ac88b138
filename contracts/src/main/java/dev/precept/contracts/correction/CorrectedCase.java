package dev.precept.contracts.correction;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;

/// A verdict that a person overturned.
///
/// @param content sensitive: show it blurred until the person asks
/// @param said what the verdict was
/// @param cited the rules that it named
/// @param right what the person said
/// @param reason the person's; may be empty
public record CorrectedCase(
        CaseId id,
        Content content,
        Outcome said,
        List<String> cited,
        GoldenExpectation right,
        String reason) {

    public CorrectedCase {
        cited = List.copyOf(cited);
    }

    /// Shows no content.
    @Override
    public String toString() {
        return "CorrectedCase[" + id + "]";
    }
}
