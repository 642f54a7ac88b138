package dev.precept.registry.policy.diff;

import dev.precept.contracts.policy.PolicyDiff.Change;
import dev.precept.contracts.policy.PolicyDiff.DefinitionChanged;
import dev.precept.contracts.policy.PolicyDiff.EffortChanged;
import dev.precept.contracts.policy.PolicyDiff.ExampleAdded;
import dev.precept.contracts.policy.PolicyDiff.ExampleChanged;
import dev.precept.contracts.policy.PolicyDiff.ExampleRemoved;
import dev.precept.contracts.policy.PolicyDiff.LabelChanged;
import dev.precept.contracts.policy.PolicyDiff.OutputChanged;
import dev.precept.contracts.policy.PolicyDiff.ProseChanged;
import dev.precept.contracts.policy.PolicyDiff.ReplacementChanged;
import dev.precept.contracts.policy.PolicyDiff.RuleAdded;
import dev.precept.contracts.policy.PolicyDiff.RuleMoved;
import dev.precept.contracts.policy.PolicyDiff.RuleRemoved;
import dev.precept.contracts.policy.PolicyDiff.RuleRenamed;
import dev.precept.contracts.policy.PolicyDiff.RuleReworded;
import dev.precept.contracts.policy.PolicyDiff.ThresholdChanged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says in one line what differs: `2 rules reworded: SP1, SP2; 1 removed: SP3`.
final class DiffWords {

    /// How many names a line has room for.
    private static final int MOST_NAMES = 6;

    private DiffWords() {}

    /// What was done to what, and its name; no name where a count says enough.
    private record Said(String noun, String verb, String name) {

        private String group() {
            return noun + "/" + verb;
        }
    }

    static String summary(List<Change> changes) {
        Map<String, List<Said>> groups =
                changes.stream()
                        .map(DiffWords::said)
                        .collect(
                                Collectors.groupingBy(
                                        Said::group, LinkedHashMap::new, Collectors.toList()));
        var phrases = new ArrayList<String>();
        var noun = "";
        for (var group : groups.values()) {
            phrases.add(phrase(group, group.getFirst().noun().equals(noun)));
            noun = group.getFirst().noun();
        }
        return String.join("; ", phrases);
    }

    private static String phrase(List<Said> group, boolean sameNoun) {
        var first = group.getFirst();
        if (first.noun().isEmpty()) {
            return group.stream().map(Said::name).collect(Collectors.joining("; "));
        }
        var names = group.stream().map(Said::name).filter(name -> !name.isEmpty()).toList();
        var listed = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return group.size()
                + (sameNoun ? "" : " " + first.noun() + (group.size() == 1 ? "" : "s"))
                + " "
                + first.verb()
                + (listed.isEmpty() ? "" : ": " + listed)
                + (names.size() > MOST_NAMES ? " …" : "");
    }

    private static Said said(Change change) {
        return switch (change) {
            case RuleAdded added -> new Said("rule", "added", added.rule().id());
            case RuleRemoved removed -> new Said("rule", "removed", removed.rule().id());
            case RuleMoved moved -> new Said("rule", "moved", moved.after().id());
            case RuleReworded reworded -> new Said("rule", "reworded", reworded.after().id());
            case RuleRenamed renamed ->
                    new Said(
                            "rule",
                            "renamed",
                            renamed.before().id() + " → " + renamed.after().id());
            case ExampleAdded added -> new Said("example", "added", "");
            case ExampleRemoved removed -> new Said("example", "removed", "");
            case ExampleChanged changed -> new Said("example", "changed", "");
            case DefinitionChanged changed -> new Said("definition", "changed", changed.term());
            case ProseChanged changed ->
                    new Said(
                            "section",
                            "reworded",
                            changed.section().isEmpty() ? "the title" : changed.section());
            case LabelChanged changed -> new Said("label", "changed", changed.label());
            case ReplacementChanged changed -> new Said("replacement", "changed", changed.id());
            case OutputChanged changed -> new Said("", "output", "the form of the answer changed");
            case EffortChanged changed ->
                    new Said(
                            "",
                            "effort",
                            "effort %s → %s"
                                    .formatted(
                                            changed.before().wireName(),
                                            changed.after().wireName()));
            case ThresholdChanged changed ->
                    new Said(
                            "",
                            "threshold",
                            "%s %s → %s"
                                    .formatted(changed.name(), changed.before(), changed.after()));
        };
    }
}
