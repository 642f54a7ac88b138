package dev.precept.registry.policy.document;

import java.util.List;
import java.util.regex.Pattern;

/// Splits a text into front matter and body, and reads both.
public final class PolicyParser {

    private static final Pattern FENCE = Pattern.compile("---[ \\t]*");

    private static final String TEMPLATE = "---\nlabels:\n  my-label: [A1]\n---\n";

    private PolicyParser() {}

    /// @param text any text; line ends of any kind, a byte order mark is passed over
    public static PolicyDocument parse(String text) {
        var findings = new Findings();
        var lines = List.of(normalised(text).split("\n", -1));
        var end = endOfFrontMatter(lines);
        if (end < 0) {
            findings.add(
                    Place.wholeLine(1),
                    LintCode.FRONT_MATTER_MISSING,
                    "The document has no front matter between two lines of ---.",
                    "Start with ---, then labels: with a list of rule ids each, then ---.",
                    lines.getFirst().startsWith("---")
                            ? null
                            : Fixes.insertBefore("Add a front matter", 1, TEMPLATE));
        }
        var frontMatter =
                end < 0
                        ? FrontMatter.DEFAULTS
                        : new FrontMatterReader(findings)
                                .read(String.join("\n", lines.subList(1, end)));
        var body = String.join("\n", lines.subList(end + 1, lines.size()));
        var reader = new BodyReader(findings, end + 1);
        reader.read(body);
        return new PolicyDocument(
                text,
                body,
                lines,
                frontMatter,
                reader.sections(),
                reader.rules(),
                reader.ruleEnds(),
                reader.examples(),
                findings.inOrder());
    }

    private static String normalised(String text) {
        var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// The index of the closing fence, or -1.
    private static int endOfFrontMatter(List<String> lines) {
        if (!FENCE.matcher(lines.getFirst()).matches()) {
            return -1;
        }
        for (int index = 1; index < lines.size(); index++) {
            if (FENCE.matcher(lines.get(index)).matches()) {
                return index;
            }
        }
        return -1;
    }
}
