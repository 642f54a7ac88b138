package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.LintReport.Fix;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.Place;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyDocument.Section;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether the sections stand in the guide's order.
final class SectionOrderCheck implements Check {

    @Override
    public void check(PolicyDocument document, Findings findings) {
        int highest = -1;
        for (var section : document.sections()) {
            int rank = Sections.rank(section);
            if (rank >= 0 && rank < highest) {
                findings.add(
                        Place.wholeLine(section.line()),
                        LintCode.SECTION_ORDER,
                        "%s stands behind %s."
                                .formatted(Sections.ORDER.get(rank), Sections.ORDER.get(highest)),
                        "The order is " + String.join(", ", Sections.ORDER) + ".",
                        sorted(document));
                return;
            }
            highest = Math.max(highest, rank);
        }
    }

    /// All sections in order; none where other headings stand between them.
    private static @Nullable Fix sorted(PolicyDocument document) {
        var sections = document.sections();
        if (sections.stream().anyMatch(section -> Sections.rank(section) < 0)) {
            return null;
        }
        var text =
                sections.stream()
                        .sorted(Comparator.comparingInt(Sections::rank))
                        .map(section -> text(document, section))
                        .collect(Collectors.joining("\n\n"));
        int last = document.lines().size();
        return new Fix(
                "Put the sections in order",
                sections.getFirst().line(),
                1,
                last,
                document.lines().getLast().length() + 1,
                text + "\n");
    }

    private static String text(PolicyDocument document, Section section) {
        List<String> lines = document.lines().subList(section.line() - 1, document.end(section));
        return String.join("\n", lines).stripTrailing();
    }
}
