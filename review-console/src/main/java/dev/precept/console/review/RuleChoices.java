package dev.precept.console.review;

import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The labels and rules of one policy version that fit an outcome: only violating rules for a
/// violation, only allowing ones for safe content.
record RuleChoices(PolicyBundle bundle) {

    List<String> labels(@Nullable Outcome outcome) {
        return outcome == Outcome.VIOLATES
                ? bundle.output().labels().keySet().stream().sorted().toList()
                : List.of();
    }

    /// @param label narrows violating rules to those that carry it
    List<Rule> rules(@Nullable Outcome outcome, @Nullable String label) {
        if (outcome == null || outcome == Outcome.UNDETERMINED) {
            return List.of();
        }
        var side = outcome == Outcome.VIOLATES ? Rule.Side.VIOLATES : Rule.Side.SAFE;
        var ofLabel = label == null ? null : bundle.output().labels().get(label);
        return bundle.rules().stream()
                .filter(rule -> rule.side() == side)
                .filter(rule ->
                        ofLabel == null
                                || side == Rule.Side.SAFE
                                || ofLabel.isEmpty()
                                || ofLabel.contains(rule.id()))
                .toList();
    }

    /// The label that goes without saying, if the policy has only one.
    Optional<String> onlyLabel(@Nullable Outcome outcome) {
        var labels = labels(outcome);
        return labels.size() == 1 ? Optional.of(labels.getFirst()) : Optional.empty();
    }

    /// A rule on one line: its id and the start of its text.
    static String line(Rule rule) {
        var text = rule.text().replace('\n', ' ');
        return rule.id() + "  " + (text.length() <= 70 ? text : text.substring(0, 69) + "…");
    }

    /// Whether what was typed into the picker stands in the rule.
    static boolean matches(Rule rule, String typed) {
        return (rule.id() + " " + rule.text())
                .toLowerCase(Locale.ROOT)
                .contains(typed.toLowerCase(Locale.ROOT));
    }
}
