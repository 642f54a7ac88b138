package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;

/// Whether what is said to be replaced is gone, and what replaces it is there.
final class ReplacedCheck implements Check {

    @Override
    public void check(PolicyDocument document, Findings findings) {
        var ids = Rules.ids(document);
        for (var replaced : document.frontMatter().replaced()) {
            if (ids.contains(replaced.id())) {
                findings.add(
                        replaced.line(),
                        LintCode.REPLACED_RULE,
                        replaced.id() + " is still a rule of this document.",
                        "Take it out of replaced, or take the rule out.");
            } else if (replaced.by() != null && !ids.contains(replaced.by())) {
                findings.add(
                        replaced.line(),
                        LintCode.REPLACED_RULE,
                        "%s is said to stand for %s, and is no rule of this document."
                                .formatted(replaced.by(), replaced.id()),
                        "Name a rule that is there, or write none, because …");
            }
        }
    }
}
