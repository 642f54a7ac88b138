package dev.precept.console.review;

import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the person has entered so far. It knows what is still missing, in the order in which the
/// form asks for it, so that most mistakes are caught before the registry refuses them.
record DecisionDraft(
        @Nullable DecisionKind kind,
        @Nullable Outcome outcome,
        @Nullable String label,
        List<String> ruleIds,
        String reason,
        boolean addToGoldenSet) {

    DecisionDraft {
        ruleIds = List.copyOf(ruleIds);
        reason = reason.strip();
    }

    /// What to do before this can be sent, or nothing if it can.
    Optional<String> missing() {
        if (kind == null) {
            return Optional.of("Choose uphold (u), overturn (o) or escalate (e) first.");
        }
        return switch (kind) {
            case UPHOLD -> Optional.empty();
            case ESCALATE ->
                    reason.isEmpty()
                            ? Optional.of("Say why a review lead must look at this.")
                            : Optional.empty();
            case OVERTURN -> missingForOverturn();
        };
    }

    private Optional<String> missingForOverturn() {
        if (outcome == null) {
            return Optional.of("Choose the right outcome.");
        }
        if (outcome == Outcome.VIOLATES && ruleIds.isEmpty()) {
            return Optional.of("Choose the rule that the content violates.");
        }
        return reason.isEmpty()
                ? Optional.of("Say in a sentence why the verdict is wrong.")
                : Optional.empty();
    }

    /// @throws IllegalStateException if something is missing
    NewDecision toDecision(int revision) {
        var chosen = kind;
        if (chosen == null || missing().isPresent()) {
            throw new IllegalStateException(missing().orElse("no kind"));
        }
        var overturn = chosen == DecisionKind.OVERTURN;
        return new NewDecision(
                revision,
                chosen,
                overturn ? outcome : null,
                overturn ? label : null,
                overturn ? ruleIds : List.of(),
                reason,
                addToGoldenSet && chosen != DecisionKind.ESCALATE);
    }
}
