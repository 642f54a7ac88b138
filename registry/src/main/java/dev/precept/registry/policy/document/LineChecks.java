package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.document.PolicyDocument.Section;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks at a document line by line: for vague words, and for lines that look like rules and were
/// not read as such. A rule must not get lost silently.
final class LineChecks {

    private static final Pattern VAGUE =
            Pattern.compile(
                    "\\b(generally|usually|typically|normally|often|mostly|as appropriate|and so"
                            + " on|etc)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// The marks of lists and quotes, then a bold word.
    private static final Pattern BOLD_START =
            Pattern.compile("[\\s>+0-9.)-]{0,40}(?:\\* {1,4})?\\*\\*([^*\\s]{1,32})\\*\\*.*");

    private LineChecks() {}

    static void check(PolicyDocument document, Findings findings) {
        var ids = document.rules().stream().map(Rule::id).collect(Collectors.toSet());
        var lines = document.text().lines().toList();
        var sections = document.sections();
        int next = 0;
        var section = "";
        for (int line = document.bodyLine(); line <= lines.size(); line++) {
            while (next < sections.size() && sections.get(next).line() <= line) {
                section = name(sections.get(next++));
            }
            var text = lines.get(line - 1);
            if (!section.equals("examples")) {
                checkWords(text, line, findings);
            }
            if (section.equals("violates") || section.equals("safe")) {
                checkRule(text, line, ids::contains, findings);
            }
        }
    }

    private static String name(Section section) {
        return section.heading().strip().toLowerCase(Locale.ROOT);
    }

    private static void checkWords(String text, int line, Findings findings) {
        var vague = VAGUE.matcher(text);
        if (vague.find()) {
            findings.warning(
                    line,
                    "vague-word",
                    "\"" + vague.group().toLowerCase(Locale.ROOT) + "\" leaves the decision open.",
                    "Say when the rule holds and when it does not.");
        }
    }

    private static void checkRule(
            String text, int line, Predicate<String> known, Findings findings) {
        var bold = BOLD_START.matcher(text);
        if (bold.matches() && BodyReader.isRuleId(bold.group(1)) && !known.test(bold.group(1))) {
            findings.error(
                    line,
                    "rule-unread",
                    "The rule "
                            + bold.group(1)
                            + " is not a list item of its own, so it is not read.",
                    "Start the line with - and no spaces before it; end what stands above with an"
                            + " empty line.");
        }
    }
}
