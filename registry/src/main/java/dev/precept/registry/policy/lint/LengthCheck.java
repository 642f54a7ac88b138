package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;

/// Whether the text is of a length that models follow.
final class LengthCheck {

    private static final int FEW = 400;
    private static final int FEW_OF_A_LABEL = 300;
    private static final int GOOD = 600;
    private static final int MOST = 10_000;

    private LengthCheck() {}

    static void check(PolicyDocument document, int tokens, Findings findings) {
        int labels = Math.max(1, document.frontMatter().labels().size());
        int few = labels == 1 ? FEW : FEW_OF_A_LABEL * labels;
        int good = GOOD * labels;
        if (tokens > MOST) {
            findings.add(
                    document.bodyLine(),
                    LintCode.TOO_LONG,
                    "The policy has %,d tokens; models lose rules beyond %,d."
                            .formatted(tokens, MOST),
                    "Split it into policies of one subject each.");
        } else if (tokens < few || tokens > good) {
            findings.add(
                    document.bodyLine(),
                    LintCode.LENGTH,
                    "The policy has %,d tokens; %,d to %,d serve a model best with %d %s."
                            .formatted(tokens, few, good, labels, labels == 1 ? "label" : "labels"),
                    tokens < few
                            ? "Add definitions and boundary examples."
                            : "Shorten the rules, or split the policy.");
        }
    }
}
