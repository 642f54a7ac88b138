package dev.precept.contracts.review;

import dev.precept.contracts.verdict.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person decided, and why. Kept for ever.
///
/// @param outcome the right outcome in the person's eyes; null for an escalation
public record Decision(
        DecisionKind kind,
        @Nullable Outcome outcome,
        @Nullable String label,
        List<String> ruleIds,
        String reason,
        String decidedBy,
        Instant decidedAt,
        boolean addedToGoldenSet) {

    public Decision {
        ruleIds = List.copyOf(ruleIds);
    }
}
