package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.Example;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what keeps a document from being submitted (errors) and what would make it a better policy
/// (warnings, advice). Source of the advice: the policy guide of gpt-oss-safeguard.
public final class PolicyLinter {

    private static final int FEW_TOKENS = 400;
    private static final int GOOD_TOKENS = 1_000;
    private static final int MANY_TOKENS = 10_000;
    private static final int FEW_EXAMPLES = 4;

    private final PolicyDocument document;
    private final Findings findings = new Findings();

    private PolicyLinter(PolicyDocument document) {
        this.document = document;
    }

    /// Reads and checks a text.
    public static LintReport lint(String text) {
        return lint(PolicyParser.parse(text));
    }

    public static LintReport lint(PolicyDocument document) {
        var linter = new PolicyLinter(document);
        linter.findings.addAll(document.findings());
        linter.checkSections();
        linter.checkRules();
        linter.checkLabels();
        linter.checkExamples();
        LineChecks.check(document, linter.findings);
        var tokens = TokenCounter.count(document.body());
        linter.checkLength(tokens);
        return new LintReport(linter.findings.inOrder(), tokens);
    }

    private void checkSections() {
        for (var needed : new String[] {"Instructions", "Violates", "Safe"}) {
            if (document.section(needed).isEmpty()) {
                findings.error(
                        bodyLine(),
                        "section-missing",
                        "The section " + needed + " is missing.",
                        "Add a line ## " + needed + ".");
            }
        }
        for (var wanted : new String[] {"Definitions", "Examples"}) {
            if (document.section(wanted).isEmpty()) {
                findings.warning(
                        bodyLine(),
                        "section-missing",
                        "The section " + wanted + " is missing.",
                        "Add a line ## " + wanted + "; models judge the boundary better with it.");
            }
        }
        adviseFormat("Instructions");
        adviseFormat("Examples");
    }

    private void adviseFormat(String name) {
        document.section(name)
                .filter(section -> !section.prose().toUpperCase(Locale.ROOT).contains("JSON"))
                .ifPresent(section ->
                        findings.advice(
                                section.line(),
                                "format-unstated",
                                name + " does not state the output format.",
                                "Say here that the answer is one JSON object; models keep a"
                                        + " format that is stated twice."));
    }

    private void checkRules() {
        var seen = new HashMap<String, Integer>();
        for (var rule : document.rules()) {
            var earlier = seen.putIfAbsent(rule.id(), rule.line());
            if (earlier != null) {
                findings.error(
                        rule.line(),
                        "rule-twice",
                        "The rule id " + rule.id() + " stands already on line " + earlier + ".",
                        "Give one of the two another id.");
            }
        }
        for (var side : Rule.Side.values()) {
            if (document.rules().stream().noneMatch(rule -> rule.side() == side)) {
                findings.error(
                        sectionLine(side),
                        "rules-missing",
                        "There is no rule under " + heading(side) + ".",
                        "Add a list item such as - **"
                                + (side == Rule.Side.SAFE ? "SP-A1" : "SP1")
                                + "** text.");
            }
        }
    }

    private void checkLabels() {
        var labels = document.frontMatter().labels();
        if (labels.isEmpty()) {
            findings.error(
                    1,
                    "labels-missing",
                    "The front matter names no label.",
                    "Add labels: with, for each label, the list of rule ids that carry it.");
        }
        var violating = rulesById(Rule.Side.VIOLATES);
        labels.forEach((label, ids) -> {
            if (ids.isEmpty()) {
                findings.warning(
                        document.frontMatter().labelLines().getOrDefault(label, 1),
                        "label-empty",
                        "No rule carries the label " + label + ".",
                        "List its rules, or take it out.");
            }
            ids.stream()
                    .filter(id -> !violating.containsKey(id))
                    .forEach(id -> unknownRule(label, id));
        });
        var labelled = labels.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        for (var rule : violating.values()) {
            if (!labelled.contains(rule.id())) {
                findings.error(
                        rule.line(),
                        "rule-unlabelled",
                        "No label carries the rule " + rule.id() + ".",
                        "Add " + rule.id() + " to a label in the front matter.");
            }
        }
    }

    private void unknownRule(String label, String id) {
        findings.error(
                document.frontMatter().labelLines().getOrDefault(label, 1),
                "label-rule",
                "The label " + label + " names " + id + ", which is no rule under Violates.",
                "Correct the id, or take it out of the list.");
    }

    private void checkExamples() {
        var ids =
                document.rules().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Rule::side,
                                        Collectors.mapping(Rule::id, Collectors.toSet())));
        for (var example : document.examples()) {
            if (!ids.getOrDefault(example.side(), Set.of()).contains(example.ruleId())) {
                findings.error(
                        example.line(),
                        "example-rule",
                        "The example names "
                                + example.ruleId()
                                + ", which is no rule under "
                                + heading(example.side())
                                + ".",
                        "Name a rule of that section.");
            }
        }
        var count = document.examples().size();
        var sides = document.examples().stream().map(Example::side).distinct().count();
        if (document.section("Examples").isPresent() && (count < FEW_EXAMPLES || sides < 2)) {
            findings.warning(
                    document.section("Examples").map(PolicyDocument.Section::line).orElse(1),
                    "examples-few",
                    "There are " + count + " examples on " + sides + " of 2 sides.",
                    "Give at least 4 near the boundary, violating and safe ones.");
        }
    }

    private void checkLength(int tokens) {
        if (tokens > MANY_TOKENS) {
            findings.warning(
                    bodyLine(),
                    "too-long",
                    "The policy has %,d tokens; models lose rules beyond %,d."
                            .formatted(tokens, MANY_TOKENS),
                    "Split it into policies of one subject each.");
        } else if (tokens < FEW_TOKENS || tokens > GOOD_TOKENS) {
            findings.advice(
                    bodyLine(),
                    "length",
                    "The policy has %,d tokens; %d to %,d serve a model best."
                            .formatted(tokens, FEW_TOKENS, GOOD_TOKENS),
                    tokens < FEW_TOKENS
                            ? "Add definitions and boundary examples."
                            : "Shorten the rules, or split the policy.");
        }
    }

    private Map<String, Rule> rulesById(Rule.Side side) {
        return document.rules().stream()
                .filter(rule -> rule.side() == side)
                .collect(Collectors.toMap(Rule::id, rule -> rule, (first, second) -> first));
    }

    private int sectionLine(Rule.Side side) {
        return document.section(heading(side)).map(PolicyDocument.Section::line).orElse(bodyLine());
    }

    private static String heading(Rule.Side side) {
        return side == Rule.Side.VIOLATES ? "Violates" : "Safe";
    }

    private int bodyLine() {
        return document.bodyLine();
    }
}
