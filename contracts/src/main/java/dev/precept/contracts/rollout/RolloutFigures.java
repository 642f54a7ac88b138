package dev.precept.contracts.rollout;

import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;

/// What was seen of a candidate so far.
///
/// @param judged items that the candidate judged
/// @param undetermined share of those that are UNDETERMINED
/// @param disagreement share of the items judged by both on which the outcomes differ
/// @param kinds the disagreements by kind, most frequent first
public record RolloutFigures(
        int judged, Interval undetermined, Interval disagreement, List<Kind> kinds) {

    public RolloutFigures {
        kinds = List.copyOf(kinds);
    }

    /// Disagreements of one kind.
    ///
    /// @param was what the stable version said
    /// @param is what the candidate said
    public record Kind(Outcome was, Outcome is, int items) {}
}
