package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.LintReport.Fix;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.Fixes;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.Place;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyDocument.Section;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether the text fits the form of answer that every prompt ends with. That end is the second of
/// the two statements that the guide advises; the first is the author's, near the top.
final class FormatCheck implements Check {

    private static final Pattern OTHER =
            Pattern.compile(
                    "\\b(?:answer|reply|respond|return|output)\\b[^.]{0,40}?"
                            + "\\b(yes or no|[01] or [01]|true or false|valid or invalid"
                            + "|safe or unsafe|(?:one|a single) (?:word|digit|number|letter)"
                            + "|xml|yaml|csv|markdown)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public void check(PolicyDocument document, Findings findings) {
        document.section("Instructions")
                .ifPresent(section -> {
                    if (document.lines(section).stream()
                            .noneMatch(line -> line.toUpperCase(Locale.ROOT).contains("JSON"))) {
                        findings.add(
                                Place.wholeLine(section.line()),
                                LintCode.FORMAT_UNSTATED,
                                "Instructions do not state the form of the answer.",
                                "Say here that the answer is one JSON object.",
                                stated(section));
                    }
                });
        BodyLines.of(
                document,
                (section, number, line) -> {
                    if (section.equals("instructions") || section.equals("examples")) {
                        checkOther(line, number, findings);
                    }
                });
    }

    private static Fix stated(Section section) {
        return Fixes.insertBefore(
                "Say that the answer is JSON",
                section.line() + 1,
                "Answer with one JSON object, in the form that is described at the end.\n");
    }

    private static void checkOther(String line, int number, Findings findings) {
        var other = OTHER.matcher(line);
        if (other.find()) {
            findings.add(
                    Place.of(number, other.start(), other.end() - other.start()),
                    LintCode.FORMAT_CONTRADICTS,
                    "This asks for \"%s\", and every prompt ends by asking for JSON."
                            .formatted(other.group(1)),
                    "Ask for one JSON object, or leave the form of the answer to Precept.",
                    null);
        }
    }
}
