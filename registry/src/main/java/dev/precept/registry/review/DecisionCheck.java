package dev.precept.registry.review;

import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a decision makes sense for its verdict and policy version. A refusal says what would.
record DecisionCheck(Verdict verdict, PolicyBundle policy) {

    static final int SHORTEST_REASON = 3;
    static final int LONGEST_REASON = 4_000;

    /// @return what is right in the person's eyes; null for an escalation
    @Nullable Outcome outcomeOf(NewDecision decision) {
        requireReason(decision);
        requireRules(decision);
        var outcome =
                switch (decision.kind()) {
                    case OVERTURN -> overturned(decision.outcome());
                    case UPHOLD -> {
                        requireNoOutcome(decision);
                        yield verdict.outcome();
                    }
                    case ESCALATE -> {
                        requireNoOutcome(decision);
                        if (decision.addToGoldenSet()) {
                            throw refused(
                                    "An escalated case has no right outcome yet; uphold or overturn"
                                            + " it to add it to the golden set.");
                        }
                        yield null;
                    }
                };
        requireLabel(decision, outcome);
        return outcome;
    }

    private Outcome overturned(@Nullable Outcome outcome) {
        if (outcome == null) {
            throw refused("An overturn must say the right outcome.");
        }
        if (outcome == verdict.outcome()) {
            throw refused(
                    "The verdict says "
                            + outcome
                            + " too. Uphold it, or give another outcome to overturn it.");
        }
        return outcome;
    }

    private static void requireNoOutcome(NewDecision decision) {
        if (decision.outcome() != null) {
            throw refused("Only an overturn gives an outcome; leave it out to " + decision.kind());
        }
    }

    private static void requireReason(NewDecision decision) {
        var length = decision.reason().strip().length();
        if (decision.kind() != DecisionKind.UPHOLD && length < SHORTEST_REASON) {
            throw refused(
                    "The reason has %d characters; give at least %d to %s."
                            .formatted(length, SHORTEST_REASON, decision.kind()));
        }
        if (length > LONGEST_REASON) {
            throw refused(
                    "The reason has %,d characters; give at most %,d."
                            .formatted(length, LONGEST_REASON));
        }
    }

    private void requireRules(NewDecision decision) {
        var known = policy.rules().stream().map(Rule::id).collect(Collectors.toSet());
        var unknown = decision.ruleIds().stream().filter(id -> !known.contains(id)).count();
        if (unknown > 0) {
            throw refused(
                    "%d of %d rule ids are not in %s, which has: %s."
                            .formatted(
                                    unknown,
                                    decision.ruleIds().size(),
                                    policy.ref(),
                                    String.join(", ", new TreeSet<>(known))));
        }
    }

    private void requireLabel(NewDecision decision, @Nullable Outcome outcome) {
        var label = decision.label();
        var labels = new TreeSet<>(policy.output().labels().keySet());
        if (outcome != Outcome.VIOLATES) {
            if (label != null) {
                throw refused("A label goes with VIOLATES only; leave it out.");
            }
            return;
        }
        boolean needed = decision.kind() == DecisionKind.OVERTURN && !labels.isEmpty();
        if (label == null ? needed : !labels.contains(label)) {
            throw refused(
                    "%s needs one of the labels of %s: %s."
                            .formatted(outcome, policy.ref(), String.join(", ", labels)));
        }
    }

    private static PreceptException refused(String detail) {
        return new PreceptException(ErrorCode.INVALID_ARGUMENT, detail);
    }
}
