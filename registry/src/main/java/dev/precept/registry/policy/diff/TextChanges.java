package dev.precept.registry.policy.diff;

import dev.precept.contracts.policy.Example;
import dev.precept.contracts.policy.PolicyDiff.Change;
import dev.precept.contracts.policy.PolicyDiff.DefinitionChanged;
import dev.precept.contracts.policy.PolicyDiff.ExampleAdded;
import dev.precept.contracts.policy.PolicyDiff.ExampleChanged;
import dev.precept.contracts.policy.PolicyDiff.ExampleRemoved;
import dev.precept.contracts.policy.PolicyDiff.ProseChanged;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyDocument.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What became of examples, definitions and free text.
final class TextChanges {

    private static final double LEAST_SIMILAR = 0.5;
    private static final Set<String> OF_ITEMS = Set.of("violates", "safe", "examples");

    private TextChanges() {}

    static List<Change> examples(PolicyDocument from, PolicyDocument to) {
        var before = new LinkedHashMap<String, Example>();
        from.examples().forEach(example -> before.putIfAbsent(key(example), example));
        var after = new LinkedHashMap<String, Example>();
        to.examples().forEach(example -> after.putIfAbsent(key(example), example));
        var gone = new ArrayList<>(before.values());
        gone.removeIf(example -> after.containsKey(key(example)));
        var added = new ArrayList<>(after.values());
        added.removeIf(example -> before.containsKey(key(example)));
        var changes = new ArrayList<Change>();
        for (var pair : Pairing.of(gone, added, Example::text, LEAST_SIMILAR, (a, b) -> true)) {
            var wording = Wordings.of(pair.before().text(), pair.after().text());
            changes.add(new ExampleChanged(pair.before(), pair.after(), wording));
            gone.remove(pair.before());
            added.remove(pair.after());
        }
        added.forEach(example -> changes.add(new ExampleAdded(example)));
        gone.forEach(example -> changes.add(new ExampleRemoved(example)));
        return changes;
    }

    private static String key(Example example) {
        return example.side() + " " + example.ruleId() + " " + example.text();
    }

    static List<Change> definitions(PolicyDocument from, PolicyDocument to) {
        var before = Definitions.of(from).terms();
        var after = Definitions.of(to).terms();
        var all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        var changes = new ArrayList<Change>();
        for (var term : all) {
            var was = before.getOrDefault(term, "");
            var is = after.getOrDefault(term, "");
            if (!Wordings.same(was, is)) {
                changes.add(new DefinitionChanged(term, was, is, Wordings.of(was, is)));
            }
        }
        return changes;
    }

    static List<Change> prose(PolicyDocument from, PolicyDocument to) {
        var before = texts(from);
        var after = texts(to);
        var all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        var changes = new ArrayList<Change>();
        for (var section : all) {
            var was = before.getOrDefault(section, "");
            var is = after.getOrDefault(section, "");
            if (!Wordings.same(was, is)) {
                changes.add(new ProseChanged(section, Wordings.of(was, is)));
            }
        }
        return changes;
    }

    /// Each section with its text; of those that have items, what stands beside the items.
    private static Map<String, String> texts(PolicyDocument document) {
        var texts = new LinkedHashMap<String, String>();
        int first =
                document.sections().isEmpty()
                        ? document.lines().size()
                        : document.sections().getFirst().line() - 1;
        texts.put("", joined(document.lines().subList(document.bodyLine() - 1, first)));
        for (var section : document.sections()) {
            var heading = section.heading().strip();
            texts.merge(heading, besideItems(document, section), (one, two) -> one + "\n" + two);
        }
        return texts;
    }

    private static String besideItems(PolicyDocument document, Section section) {
        var kind = section.heading().strip().toLowerCase(Locale.ROOT);
        if (kind.equals("definitions")) {
            return joined(Definitions.of(document).rest());
        }
        return OF_ITEMS.contains(kind) ? section.prose() : joined(document.lines(section));
    }

    private static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n")).strip();
    }
}
