package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.LintReport.Fix;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.Fixes;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.Place;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyDocument.Section;
import java.util.HashMap;
import java.util.Set;

/// Whether every section of the guide is there, and once.
final class SectionCheck implements Check {

    private static final Set<String> ADVISED = Set.of("Definitions", "Examples");

    @Override
    public void check(PolicyDocument document, Findings findings) {
        for (var name : Sections.ORDER) {
            if (document.section(name).isEmpty()) {
                findings.add(
                        Place.wholeLine(document.bodyLine()),
                        ADVISED.contains(name)
                                ? LintCode.SECTION_ADVISED
                                : LintCode.SECTION_MISSING,
                        "The section " + name + " is missing.",
                        "Add a line ## " + name + ".",
                        added(document, name));
            }
        }
        checkTwice(document, findings);
    }

    private static void checkTwice(PolicyDocument document, Findings findings) {
        var seen = new HashMap<String, Integer>();
        for (var section : document.sections()) {
            if (Sections.rank(section) < 0) {
                continue;
            }
            var earlier = seen.putIfAbsent(Sections.key(section), section.line());
            if (earlier != null) {
                findings.add(
                        section.line(),
                        LintCode.SECTION_TWICE,
                        "The section %s stands already on line %d."
                                .formatted(section.heading(), earlier),
                        "Bring both together under one heading.");
            }
        }
    }

    /// Before the next section of the guide, or at the end.
    private static Fix added(PolicyDocument document, String name) {
        var title = "Add ## " + name;
        int rank = Sections.ORDER.indexOf(name);
        return document.sections().stream()
                .filter(section -> Sections.rank(section) > rank)
                .mapToInt(Section::line)
                .min()
                .stream()
                .mapToObj(line -> Fixes.insertBefore(title, line, "## " + name + "\n\n"))
                .findFirst()
                .orElseGet(() -> atEnd(document, title, name));
    }

    private static Fix atEnd(PolicyDocument document, String title, String name) {
        int last = document.lines().size();
        int column = document.lines().getLast().length() + 1;
        var text = (column == 1 ? "\n## " : "\n\n## ") + name + "\n";
        return new Fix(title, last, column, last, column, text);
    }
}
