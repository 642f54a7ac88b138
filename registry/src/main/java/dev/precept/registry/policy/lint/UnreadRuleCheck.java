package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.BodyReader;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.Set;
import java.util.regex.Pattern;

/// Lines that look like rules and were not read as such. A rule must not get lost silently.
final class UnreadRuleCheck implements Check {

    private static final Set<String> OF_RULES = Set.of("violates", "safe");

    /// The marks of lists and quotes, then a bold word.
    private static final Pattern BOLD_START =
            Pattern.compile("[\\s>+0-9.)-]{0,40}(?:\\* {1,4})?\\*\\*([^*\\s]{1,32})\\*\\*.*");

    @Override
    public void check(PolicyDocument document, Findings findings) {
        var known = Rules.ids(document);
        BodyLines.of(
                document,
                (section, number, line) -> {
                    if (OF_RULES.contains(section)) {
                        check(line, number, known, findings);
                    }
                });
    }

    private static void check(String line, int number, Set<String> known, Findings findings) {
        var bold = BOLD_START.matcher(line);
        if (bold.matches()
                && BodyReader.isRuleId(bold.group(1))
                && !known.contains(bold.group(1))) {
            findings.add(
                    number,
                    LintCode.RULE_UNREAD,
                    "The rule "
                            + bold.group(1)
                            + " is not a list item of its own, so it is not read.",
                    "Start the line with - and no spaces before it; end what stands above with an"
                            + " empty line.");
        }
    }
}
