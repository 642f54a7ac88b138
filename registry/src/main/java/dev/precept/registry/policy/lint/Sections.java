package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyDocument.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sections of the guide, and where they stand.
final class Sections {

    /// In the order that models were trained on.
    static final List<String> ORDER =
            List.of("Instructions", "Definitions", "Violates", "Safe", "Examples");

    private Sections() {}

    /// Which of [#ORDER] a section is, or -1.
    static int rank(Section section) {
        for (int rank = 0; rank < ORDER.size(); rank++) {
            if (section.is(ORDER.get(rank))) {
                return rank;
            }
        }
        return -1;
    }

    /// The line of a section's heading, or of the body where it has none.
    static int line(PolicyDocument document, String name) {
        return document.section(name).map(Section::line).orElse(document.bodyLine());
    }

    /// The last line of a section.
    static int end(PolicyDocument document, Section section) {
        return document.sections().stream()
                .filter(next -> next.line() > section.line())
                .findFirst()
                .map(next -> next.line() - 1)
                .orElse(document.lines().size());
    }

    /// The lines of a section under its heading.
    static List<String> lines(PolicyDocument document, String name) {
        Optional<Section> found = document.section(name);
        return found.map(
                        section -> document.lines().subList(section.line(), end(document, section)))
                .orElse(List.of());
    }

    static String key(Section section) {
        return section.heading().strip().toLowerCase(Locale.ROOT);
    }
}
