package dev.precept.inference;

import java.util.List;

/// What an engine says of a passage under a policy.
///
/// @param ruleIds the deciding rules, the strongest first; all of them exist in the policy
/// @param confidence between 0 and 1
/// @param rationale short, for reviewers; it may quote the policy, never the passage
/// @param truncated whether part of the passage or of the answer is missing
/// @param account how an engine that writes came to it
public record Judgement(
        Outcome outcome,
        List<String> labels,
        List<String> ruleIds,
        double confidence,
        ConfidenceSource confidenceSource,
        String rationale,
        boolean truncated,
        Account account) {

    public Judgement {
        labels = List.copyOf(labels);
        ruleIds = List.copyOf(ruleIds);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is outside 0..1");
        }
    }

    /// A judgement of an engine that writes nothing.
    public Judgement(
            Outcome outcome,
            List<String> labels,
            List<String> ruleIds,
            double confidence,
            ConfidenceSource confidenceSource,
            String rationale,
            boolean truncated) {
        this(
                outcome,
                labels,
                ruleIds,
                confidence,
                confidenceSource,
                rationale,
                truncated,
                Account.NONE);
    }

    /// What the policy says of the passage.
    public enum Outcome {
        VIOLATES,
        SAFE,
        UNDETERMINED
    }

    /// Where a confidence comes from.
    public enum ConfidenceSource {
        SIMILARITY_MARGIN,
        LABEL_LOGITS,
        STATED,
        NONE
    }
}
