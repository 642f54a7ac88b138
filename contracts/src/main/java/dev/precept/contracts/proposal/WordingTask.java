package dev.precept.contracts.proposal;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;

/// A wording to be written, in a worker's hands.
///
/// @param attempt counts claims; the answer carries it, and is refused once a later one has begun
/// @param policy whose text is to be changed
/// @param rules ids of those that may get another wording
/// @param sides that may get one more rule
/// @param corrections at most [#MAX_CORRECTIONS], the most typical first
public record WordingTask(
        ProposalId id,
        int attempt,
        PolicyBundle policy,
        List<String> rules,
        List<Rule.Side> sides,
        List<Correction> corrections) {

    public static final int MAX_CORRECTIONS = 12;

    public WordingTask {
        rules = List.copyOf(rules);
        sides = List.copyOf(sides);
        corrections = List.copyOf(corrections);
    }

    /// An overturned verdict.
    ///
    /// @param said by the verdict
    /// @param right as a person decided
    /// @param reason in the person's words; may be empty
    public record Correction(Content content, Opinion said, Opinion right, String reason) {

        /// Shows no content.
        @Override
        public String toString() {
            return "Correction[" + said + " to " + right + "]";
        }
    }

    /// What was said of a content.
    ///
    /// @param rules that were cited
    public record Opinion(Outcome outcome, List<String> rules) {

        public Opinion {
            rules = List.copyOf(rules);
        }
    }
}
