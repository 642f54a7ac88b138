package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.regex.Pattern;

/// Whether the text says what to do where nobody can tell. Judged by English words, as
/// [PrecedenceCheck] does.
final class EscalationCheck implements Check {

    private static final Pattern SAID =
            Pattern.compile(
                    "\\b(ambiguous|ambiguity|unclear|unsure|uncertain|doubt|doubtful|borderline"
                            + "|escalat(?:e|es|ed|ion)|cannot (?:tell|decide)|low confidence"
                            + "|missing fact|a person)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public void check(PolicyDocument document, Findings findings) {
        if (!SAID.matcher(document.body()).find()) {
            findings.add(
                    Sections.line(document, "Instructions"),
                    LintCode.ESCALATION_MISSING,
                    "Nothing says what to do with content that is ambiguous.",
                    "Add a sentence such as: Where a missing fact would decide, choose the likelier"
                            + " outcome with low confidence; a person then reads it.");
        }
    }
}
