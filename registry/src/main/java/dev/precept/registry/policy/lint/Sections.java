package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyDocument.Section;
import java.util.List;
import java.util.Locale;

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

    static String key(Section section) {
        return section.heading().strip().toLowerCase(Locale.ROOT);
    }
}
