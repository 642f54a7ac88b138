package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Whether labels and rules under Violates name each other.
final class LabelCheck implements Check {

    @Override
    public void check(PolicyDocument document, Findings findings) {
        var labels = document.frontMatter().labels();
        if (labels.isEmpty()) {
            findings.add(
                    1,
                    LintCode.LABELS_MISSING,
                    "The front matter names no label.",
                    "Add labels: with, for each label, the list of rule ids that carry it.");
        }
        var violating = Rules.ids(document, Rule.Side.VIOLATES);
        labels.forEach((label, ids) -> {
            int line = document.frontMatter().labelLines().getOrDefault(label, 1);
            if (ids.isEmpty()) {
                findings.add(
                        line,
                        LintCode.LABEL_EMPTY,
                        "No rule carries the label " + label + ".",
                        "List its rules, or take it out.");
            }
            for (var id : ids) {
                if (!violating.contains(id)) {
                    findings.add(
                            line,
                            LintCode.LABEL_RULE,
                            "The label %s names %s, which is no rule under Violates."
                                    .formatted(label, id),
                            "Correct the id, or take it out of the list.");
                }
            }
        });
        checkUnlabelled(document, findings);
    }

    private static void checkUnlabelled(PolicyDocument document, Findings findings) {
        var done =
                document.frontMatter().labels().values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toCollection(HashSet::new));
        for (var rule : document.rules()) {
            if (rule.side() == Rule.Side.VIOLATES && done.add(rule.id())) {
                findings.add(
                        Rules.place(document, rule.line(), rule.id()),
                        LintCode.RULE_UNLABELLED,
                        "No label carries the rule " + rule.id() + ".",
                        "Add " + rule.id() + " to a label in the front matter.",
                        null);
            }
        }
    }
}
