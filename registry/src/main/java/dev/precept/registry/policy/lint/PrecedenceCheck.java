package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.regex.Pattern;

/// Whether the text says which rule wins where several fit. Judged by English words, so it is
/// advice only; a text in another language may turn it off.
final class PrecedenceCheck implements Check {

    private static final Pattern SAID =
            Pattern.compile(
                    "\\b(precedence|wins?|prevails?|outranks?|overrid(?:es?|den)|takes? priority"
                            + "|beats?|goes? before|first match|strongest|regardless of|even if"
                            + "|unless)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public void check(PolicyDocument document, Findings findings) {
        if (document.rules().size() > 1 && !SAID.matcher(document.body()).find()) {
            findings.add(
                    Sections.line(document, "Instructions"),
                    LintCode.PRECEDENCE_MISSING,
                    "Nothing says which rule wins where several fit.",
                    "Add a sentence such as: The Safe rules win over the Violates rules.");
        }
    }
}
