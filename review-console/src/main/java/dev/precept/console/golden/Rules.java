package dev.precept.console.golden;

import dev.precept.console.policies.PolicyPage;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of a policy, as its newest sealed version has them, else as its newest draft.
///
/// @param labels each label with the rules that carry it; empty of a policy that was never sealed
record Rules(List<Rule> rules, Map<String, List<String>> labels) {

    static Rules of(PolicyApi policies, PolicyPage page) {
        var sealed =
                page.versions().stream()
                        .map(PolicyVersionSummary::sha256)
                        .filter(sha256 -> sha256 != null)
                        .findFirst();
        if (sealed.isPresent()) {
            var bundle = policies.bundle(sealed.get());
            return new Rules(bundle.rules(), bundle.output().labels());
        }
        return page.versions().isEmpty()
                ? new Rules(List.of(), Map.of())
                : new Rules(drafted(policies, page), Map.of());
    }

    /// None of a draft that is private to others.
    private static List<Rule> drafted(PolicyApi policies, PolicyPage page) {
        try {
            return policies.version(page.slug(), page.versions().getFirst().number()).rules();
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.DRAFT_PRIVATE) {
                throw refused;
            }
            return List.of();
        }
    }

    /// Only violating rules for a violation, only allowing ones for safe content.
    List<Rule> fitting(@Nullable Outcome outcome) {
        return rules.stream()
                .filter(rule ->
                        outcome == Outcome.VIOLATES && rule.side() == Rule.Side.VIOLATES
                                || outcome == Outcome.SAFE && rule.side() == Rule.Side.SAFE)
                .toList();
    }

    /// The label that a violating rule belongs to, if it belongs to one only.
    @Nullable String label(@Nullable String ruleId) {
        var carrying =
                labels.entrySet().stream()
                        .filter(label -> label.getValue().contains(ruleId))
                        .map(Map.Entry::getKey)
                        .toList();
        return carrying.size() == 1 ? carrying.getFirst() : null;
    }

    /// A rule on one line: its id and the start of its text.
    static String line(Rule rule) {
        var text = rule.text().replace('\n', ' ');
        return rule.id() + "  " + (text.length() <= 70 ? text : text.substring(0, 69) + "…");
    }
}
