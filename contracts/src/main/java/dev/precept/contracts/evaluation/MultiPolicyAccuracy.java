package dev.precept.contracts.evaluation;

import dev.precept.contracts.policy.PolicyVersionRef;
import java.util.List;

/// How often an item is judged right under every policy that was asked of it, over one run a
/// policy. Items are the same if their contents are, spacing, case and Unicode form aside.
///
/// @param exact share of all items
/// @param exactOfSeveral share of the items that two policies or more were asked of
public record MultiPolicyAccuracy(List<Part> parts, Interval exact, Interval exactOfSeveral) {

    public MultiPolicyAccuracy {
        parts = List.copyOf(parts);
    }

    /// One policy's share.
    ///
    /// @param exact share of the run's own cases
    public record Part(EvaluationId evaluation, PolicyVersionRef policyVersion, Interval exact) {}
}
