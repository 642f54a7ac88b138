package dev.precept.contracts.review;

import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides a claimed case.
///
/// @param revision of the case that was looked at; another one is refused as a stale write
/// @param outcome needed for an overturn, and must differ from the verdict's; must be null
///   otherwise
/// @param reason needed for an overturn and an escalation
/// @param addToGoldenSet keep the content, with this decision, as a golden case of the policy
public record NewDecision(
        int revision,
        DecisionKind kind,
        @Nullable Outcome outcome,
        @Nullable String label,
        List<String> ruleIds,
        String reason,
        boolean addToGoldenSet) {

    public NewDecision {
        ruleIds = List.copyOf(ruleIds);
    }
}
