package dev.precept.registry.policy.diff;

import dev.precept.contracts.policy.PolicyDiff.Change;
import dev.precept.contracts.policy.PolicyDiff.EffortChanged;
import dev.precept.contracts.policy.PolicyDiff.LabelChanged;
import dev.precept.contracts.policy.PolicyDiff.OutputChanged;
import dev.precept.contracts.policy.PolicyDiff.ReplacementChanged;
import dev.precept.contracts.policy.PolicyDiff.ThresholdChanged;
import dev.precept.registry.policy.document.FrontMatter;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What became of the settings at the head of a text.
final class SettingChanges {

    private SettingChanges() {}

    static List<Change> between(FrontMatter from, FrontMatter to) {
        var changes = new ArrayList<Change>();
        var labels = new LinkedHashSet<>(to.labels().keySet());
        labels.addAll(from.labels().keySet());
        for (var label : labels) {
            var before = from.labels().getOrDefault(label, List.of());
            var after = to.labels().getOrDefault(label, List.of());
            if (!before.equals(after)) {
                changes.add(new LabelChanged(label, before, after));
            }
        }
        if (!output(from).equals(output(to))) {
            changes.add(new OutputChanged(output(from), output(to)));
        }
        if (from.effort() != to.effort()) {
            changes.add(new EffortChanged(from.effort(), to.effort()));
        }
        addThreshold(
                "confidence_below",
                from.review().confidenceBelow(),
                to.review().confidenceBelow(),
                changes);
        addThreshold("sample_rate", from.review().sampleRate(), to.review().sampleRate(), changes);
        return changes;
    }

    /// Replacements of rules that neither text has: of others the rule's own change tells it.
    static List<Change> replacements(PolicyDocument from, PolicyDocument to) {
        var before = replaced(from);
        var after = replaced(to);
        var ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        from.rules().forEach(rule -> ids.remove(rule.id()));
        return ids.stream()
                .filter(id -> !before.getOrDefault(id, "").equals(after.getOrDefault(id, "")))
                .<Change>map(id ->
                        new ReplacementChanged(
                                id, before.getOrDefault(id, ""), after.getOrDefault(id, "")))
                .toList();
    }

    private static Map<String, String> replaced(PolicyDocument document) {
        var replaced = new LinkedHashMap<String, String>();
        document.frontMatter()
                .replaced()
                .forEach(went ->
                        replaced.put(
                                went.id(), Objects.requireNonNullElse(went.by(), went.because())));
        return replaced;
    }

    private static String output(FrontMatter front) {
        return front.format() + ": " + String.join(", ", front.fields());
    }

    private static void addThreshold(
            String name, double before, double after, List<Change> changes) {
        if (before != after) {
            changes.add(new ThresholdChanged(name, before, after));
        }
    }
}
