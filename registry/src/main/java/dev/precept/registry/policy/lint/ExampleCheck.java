package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.Example;
import dev.precept.contracts.policy.LintReport.Fix;
import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.Fixes;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether examples name rules of their side, and whether there are enough of both sides.
final class ExampleCheck implements Check {

    private static final int FEW = 4;
    private static final int MANY = 6;

    @Override
    public void check(PolicyDocument document, Findings findings) {
        var ids =
                Map.of(
                        Rule.Side.VIOLATES, Rules.ids(document, Rule.Side.VIOLATES),
                        Rule.Side.SAFE, Rules.ids(document, Rule.Side.SAFE));
        for (var example : document.examples()) {
            if (!ids.getOrDefault(example.side(), Set.of()).contains(example.ruleId())) {
                findings.add(
                        Rules.place(document, example.line(), example.ruleId()),
                        LintCode.EXAMPLE_RULE,
                        "The example names %s, which is no rule under %s."
                                .formatted(example.ruleId(), Rules.heading(example.side())),
                        "Name a rule of that section.",
                        otherSide(document, example, ids));
            }
        }
        if (document.section("Examples").isPresent()) {
            checkCount(document, findings);
        }
    }

    /// Where the rule is of the other side, the outcome is what is wrong.
    private static @Nullable Fix otherSide(
            PolicyDocument document, Example example, Map<Rule.Side, Set<String>> ids) {
        var other = Rules.other(example.side());
        if (!ids.getOrDefault(other, Set.of()).contains(example.ruleId())) {
            return null;
        }
        var at = Rules.place(document, example.line(), example.side().name());
        return at.column() == 0 ? null : Fixes.replace("Write " + other.name(), at, other.name());
    }

    private static void checkCount(PolicyDocument document, Findings findings) {
        int line = Sections.line(document, "Examples");
        int count = document.examples().size();
        long sides = document.examples().stream().map(Example::side).distinct().count();
        int labels = Math.max(1, document.frontMatter().labels().size());
        if (count < FEW) {
            findings.add(
                    line,
                    LintCode.EXAMPLES_FEW,
                    "There are %d examples; %d to %d near the boundary serve a model best."
                            .formatted(count, FEW, MANY),
                    "Add pairs that look alike, one violating and one safe.");
        } else if (count > MANY * labels) {
            findings.add(
                    line,
                    LintCode.EXAMPLES_MANY,
                    "There are %d examples for %d %s."
                            .formatted(count, labels, labels == 1 ? "label" : "labels"),
                    "Keep those near the boundary; the others make good golden cases.");
        }
        if (sides == 1) {
            findings.add(
                    line,
                    LintCode.EXAMPLES_ONE_SIDED,
                    "All examples are %s.".formatted(document.examples().getFirst().side().name()),
                    "Give violating and safe ones.");
        }
    }
}
