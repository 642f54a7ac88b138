package dev.precept.contracts.verdict;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one policy version says of one item, as one model saw it.
///
/// @param ruleIds rules of the policy version that decided it, the strongest first
/// @param rationale a short explanation for reviewers; it may quote the policy, never the content
/// @param truncated whether the engine saw or said less than it should have
/// @param account how it came about; only reviewers see it, and only a writing engine gives one
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
        Instant createdAt,
        @Nullable Account account) {

    public Verdict {
        labels = List.copyOf(labels);
        ruleIds = List.copyOf(ruleIds);
    }

    /// The same for somebody who is no reviewer.
    public Verdict withoutAccount() {
        return account == null
                ? this
                : new Verdict(
                        id,
                        itemId,
                        policyVersion,
                        outcome,
                        labels,
                        ruleIds,
                        confidence,
                        rationale,
                        model,
                        timings,
                        truncated,
                        createdAt,
                        null);
    }
}
