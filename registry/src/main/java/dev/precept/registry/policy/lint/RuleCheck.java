package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.Fixes;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.HashMap;
import java.util.HashSet;

/// Whether each id is used once, and each side has a rule.
final class RuleCheck implements Check {

    @Override
    public void check(PolicyDocument document, Findings findings) {
        checkTwice(document, findings);
        for (var side : Rule.Side.values()) {
            if (Rules.ids(document, side).isEmpty()) {
                findings.add(
                        Sections.line(document, Rules.heading(side)),
                        LintCode.RULES_MISSING,
                        "There is no rule under " + Rules.heading(side) + ".",
                        "Add a list item such as - **"
                                + (side == Rule.Side.SAFE ? "SP-A1" : "SP1")
                                + "** text.");
            }
        }
    }

    private static void checkTwice(PolicyDocument document, Findings findings) {
        var seen = new HashMap<String, Integer>();
        var taken = new HashSet<>(Rules.ids(document));
        int found = 0;
        for (var rule : document.rules()) {
            var earlier = seen.putIfAbsent(rule.id(), rule.line());
            if (earlier == null || ++found > Findings.MOST) {
                continue;
            }
            var free = Rules.free(rule.id(), taken);
            taken.add(free);
            var at = Rules.place(document, rule.line(), rule.id());
            findings.add(
                    at,
                    LintCode.RULE_TWICE,
                    "The rule id %s stands on line %d and again on line %d."
                            .formatted(rule.id(), earlier, rule.line()),
                    "Give one of the two another id.",
                    at.column() == 0 ? null : Fixes.replace("Name it " + free, at, free));
        }
    }
}
