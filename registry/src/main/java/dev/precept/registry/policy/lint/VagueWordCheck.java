package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.LintReport.Fix;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.Fixes;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.Place;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words that leave the decision open, outside the examples, which may speak as people do.
final class VagueWordCheck implements Check {

    /// Adverbs, which a sentence can do without.
    private static final List<String> ADVERBS =
            List.of(
                    "generally",
                    "usually",
                    "typically",
                    "normally",
                    "ordinarily",
                    "often",
                    "frequently",
                    "mostly",
                    "sometimes",
                    "occasionally",
                    "probably",
                    "possibly",
                    "perhaps",
                    "somewhat",
                    "basically");

    /// What takes a person to replace.
    private static final List<String> PHRASES =
            List.of(
                    "in general",
                    "as a rule",
                    "in most cases",
                    "more or less",
                    "as appropriate",
                    "where appropriate",
                    "if appropriate",
                    "as needed",
                    "where applicable",
                    "and so on",
                    "and the like",
                    "or similar",
                    "etc");

    private static final Pattern VAGUE =
            Pattern.compile(
                    "\\b(?:(%s)|%s)\\b"
                            .formatted(String.join("|", ADVERBS), String.join("|", PHRASES)),
                    Pattern.CASE_INSENSITIVE);

    @Override
    public void check(PolicyDocument document, Findings findings) {
        BodyLines.of(
                document,
                (section, number, line) -> {
                    if (!section.equals("examples")) {
                        check(line, number, findings);
                    }
                });
    }

    private static void check(String line, int number, Findings findings) {
        var vague = VAGUE.matcher(line);
        for (int found = 0; found < Findings.MOST && vague.find(); found++) {
            findings.add(
                    Place.of(number, vague.start(), vague.end() - vague.start()),
                    LintCode.VAGUE_WORD,
                    "\"" + vague.group().toLowerCase(Locale.ROOT) + "\" leaves the decision open.",
                    "Say when the rule holds and when it does not.",
                    vague.group(1) == null
                            ? null
                            : without(line, number, vague.start(), vague.end()));
        }
    }

    /// The line without the word and the space behind it; what follows a capital gets one.
    private static @Nullable Fix without(String line, int number, int start, int end) {
        if (end + 1 >= line.length() || line.charAt(end) != ' ') {
            return null;
        }
        char next = line.charAt(end + 1);
        boolean capital = Character.isUpperCase(line.charAt(start));
        return Fixes.replace(
                "Take \"" + line.substring(start, end) + "\" out",
                Place.of(number, start, end + 2 - start),
                String.valueOf(capital ? Character.toUpperCase(next) : next));
    }
}
