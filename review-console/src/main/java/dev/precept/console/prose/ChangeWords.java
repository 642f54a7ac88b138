package dev.precept.console.prose;

import dev.precept.contracts.policy.Example;
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
import dev.precept.contracts.policy.PolicyDiff.Wording;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.policy.VersionDiff.Segment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A change as a person reads it.
///
/// @param anchor names it on the page
/// @param note what words alone do not show; may be empty
/// @param wording null where there is none to compare
record ChangeWords(String anchor, String title, String note, @Nullable Wording wording) {

    static ChangeWords of(Change change) {
        return switch (change) {
            case RuleAdded(var rule) ->
                    rule(
                            rule,
                            "added",
                            "It is under " + section(rule) + ".",
                            only(rule.text(), false));
            case RuleRemoved removed ->
                    rule(
                            removed.rule(),
                            "removed",
                            went(removed),
                            only(removed.rule().text(), true));
            case RuleMoved(var before, var after) ->
                    rule(after, "moved", moved(before, after), null);
            case RuleReworded(_, var after, var wording) -> rule(after, "reworded", "", wording);
            case RuleRenamed(var before, var after, var similarity, var wording) ->
                    new ChangeWords(
                            "rule-" + after.id(),
                            before.id() + " is now " + after.id(),
                            recognised(similarity),
                            wording);
            case ExampleAdded(var example) ->
                    example(example, "added", only(example.text(), false));
            case ExampleRemoved(var example) ->
                    example(example, "removed", only(example.text(), true));
            case ExampleChanged(var before, var after, var wording) ->
                    new ChangeWords(
                            "examples",
                            "Example changed",
                            shows(before).equals(shows(after))
                                    ? shows(after)
                                    : shows(before) + " → " + shows(after),
                            wording);
            case DefinitionChanged changed ->
                    new ChangeWords(
                            "definition-" + changed.term().replaceAll("\\W+", "-"),
                            "Definition of " + changed.term() + " " + definition(changed),
                            "",
                            changed.wording());
            case ProseChanged(var section, var wording) ->
                    new ChangeWords(
                            "section-" + section.replaceAll("\\W+", "-"),
                            section.isEmpty() ? "Title reworded" : section + " reworded",
                            "",
                            wording);
            case LabelChanged(var label, var before, var after) ->
                    new ChangeWords(
                            "label-" + label,
                            "Label " + label + " changed",
                            carried(before, after),
                            null);
            case ReplacementChanged(var id, var before, var after) ->
                    setting("replaced-" + id, "What stands for " + id, before, after);
            case OutputChanged(var before, var after) ->
                    setting("output", "Form of the answer", before, after);
            case EffortChanged(var before, var after) ->
                    setting("effort", "Effort", before.wireName(), after.wireName());
            case ThresholdChanged(var name, var before, var after) ->
                    setting(name, name, Double.toString(before), Double.toString(after));
        };
    }

    private static ChangeWords rule(
            Rule rule, String verb, String note, @Nullable Wording wording) {
        return new ChangeWords("rule-" + rule.id(), rule.id() + " " + verb, note, wording);
    }

    private static ChangeWords example(Example example, String verb, Wording wording) {
        return new ChangeWords("examples", "Example " + verb, shows(example), wording);
    }

    private static ChangeWords setting(String anchor, String title, String before, String after) {
        return new ChangeWords(
                anchor,
                title + " changed",
                "",
                new Wording(List.of(new Segment(before, true)), List.of(new Segment(after, true))));
    }

    private static String went(RuleRemoved removed) {
        if (removed.replacedBy() != null) {
            return removed.replacedBy() + " stands for it now.";
        }
        return removed.because().isEmpty()
                ? "It was under " + section(removed.rule()) + "."
                : "None stands for it, because " + removed.because();
    }

    private static String moved(Rule before, Rule after) {
        return before.side() == after.side()
                ? "It stands at another place among the rules."
                : "It was under %s and is under %s now.".formatted(section(before), section(after));
    }

    private static String section(Rule rule) {
        return rule.side() == Rule.Side.SAFE ? "Safe" : "Violates";
    }

    private static String shows(Example example) {
        return example.side() + " " + example.ruleId();
    }

    private static String definition(DefinitionChanged changed) {
        if (changed.before().isEmpty()) {
            return "added";
        }
        return changed.after().isEmpty() ? "removed" : "reworded";
    }

    private static String recognised(double similarity) {
        return similarity > 0.995
                ? "Recognised by its text, which is the same."
                : String.format(
                        Locale.ROOT,
                        "Recognised by its text: %.0f %% of the words are the same.",
                        similarity * 100);
    }

    private static String carried(List<String> before, List<String> after) {
        var gone = before.stream().filter(rule -> !after.contains(rule)).toList();
        var added = after.stream().filter(rule -> !before.contains(rule)).toList();
        return (gone.isEmpty() ? "" : "No longer " + String.join(", ", gone) + ". ")
                + (added.isEmpty() ? "" : "New: " + String.join(", ", added) + ". ")
                + (after.isEmpty()
                        ? "No rule carries it."
                        : "It stands for " + String.join(", ", after) + ".");
    }

    private static Wording only(String text, boolean gone) {
        var all = List.of(new Segment(text, true));
        return gone ? new Wording(all, List.of()) : new Wording(List.of(), all);
    }
}
