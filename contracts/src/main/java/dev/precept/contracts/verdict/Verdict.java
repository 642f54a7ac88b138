package dev.precept.contracts.verdict;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import java.time.Instant;
import java.util.List;

/// What one policy version says of one item, as one model saw it.
///
/// @param ruleIds rules of the policy version that decided it, the strongest first
/// @param rationale a short explanation for reviewers; it may quote the policy, never the content
/// @param truncated whether the engine saw or said less than it should have
public record Verdict(
        VerdictId id,
        ItemId itemId,
        PolicyVersionRef policyVersion,
        Outcome outcome,
        List<String> labels,
        List<String> ruleIds,
        Confidence confidence,
        String rationale,
        ModelCard model,
        Timings timings,
        boolean truncated,
        Instant createdAt) {

    public Verdict {
        labels = List.copyOf(labels);
        ruleIds = List.copyOf(ruleIds);
    }
}
