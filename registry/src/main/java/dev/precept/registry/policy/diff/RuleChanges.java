package dev.precept.registry.policy.diff;

import dev.precept.contracts.policy.PolicyDiff.Change;
import dev.precept.contracts.policy.PolicyDiff.RuleAdded;
import dev.precept.contracts.policy.PolicyDiff.RuleMoved;
import dev.precept.contracts.policy.PolicyDiff.RuleRemoved;
import dev.precept.contracts.policy.PolicyDiff.RuleRenamed;
import dev.precept.contracts.policy.PolicyDiff.RuleReworded;
import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.document.FrontMatter.Replaced;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What became of each rule. A rule is known by its id; one whose id is gone may be found under a
/// new id by its text.
final class RuleChanges {

    /// How much of its words a rule under a new id shares with what it was.
    private static final double LEAST_SIMILAR = 0.6;

    private static final int MOST_RULES = 2_000;

    private final Map<String, Rule> before;
    private final Map<String, Rule> after;
    private final Map<String, Replaced> replaced;

    /// Rules of the later version whose id is new, each with what it was.
    private final Map<String, Pairing.Pair<Rule>> renamed;

    private RuleChanges(PolicyDocument from, PolicyDocument to) {
        before = byId(from);
        after = byId(to);
        replaced =
                to.frontMatter().replaced().stream()
                        .collect(
                                Collectors.toMap(
                                        Replaced::id, each -> each, (first, second) -> first));
        renamed =
                Pairing.of(
                                before.values().stream()
                                        .filter(rule -> !after.containsKey(rule.id()))
                                        .toList(),
                                after.values().stream()
                                        .filter(rule -> !before.containsKey(rule.id()))
                                        .toList(),
                                Rule::text,
                                LEAST_SIMILAR,
                                (gone, added) -> true)
                        .stream()
                        .collect(Collectors.toMap(pair -> pair.after().id(), pair -> pair));
    }

    static List<Change> between(PolicyDocument from, PolicyDocument to) {
        return new RuleChanges(from, to).all();
    }

    /// For each id that is gone, the new id of the rule that has most of its words.
    static Map<String, String> renames(PolicyDocument from, PolicyDocument to) {
        var names = new HashMap<String, String>();
        new RuleChanges(from, to)
                .renamed
                .values()
                .forEach(pair -> names.put(pair.before().id(), pair.after().id()));
        return names;
    }

    private List<Change> all() {
        var changes = new ArrayList<Change>();
        var moved = moved();
        after.values().forEach(rule -> addChanges(rule, moved, changes));
        var found =
                renamed.values().stream()
                        .map(pair -> pair.before().id())
                        .collect(Collectors.toSet());
        for (var rule : before.values()) {
            if (!after.containsKey(rule.id()) && !found.contains(rule.id())) {
                var went = replaced.get(rule.id());
                changes.add(
                        went == null
                                ? new RuleRemoved(rule, null, "")
                                : new RuleRemoved(rule, went.by(), went.because()));
            }
        }
        return changes;
    }

    private void addChanges(Rule rule, Set<String> moved, List<Change> changes) {
        var name = renamed.get(rule.id());
        var was = name == null ? before.get(rule.id()) : name.before();
        if (was == null) {
            changes.add(new RuleAdded(rule));
            return;
        }
        if (name != null) {
            changes.add(
                    new RuleRenamed(
                            was, rule, name.similarity(), Wordings.of(was.text(), rule.text())));
        } else if (!was.text().equals(rule.text())) {
            changes.add(new RuleReworded(was, rule, Wordings.of(was.text(), rule.text())));
        }
        if (was.side() != rule.side() || moved.contains(rule.id())) {
            changes.add(new RuleMoved(was, rule));
        }
    }

    /// Ids of the later version that do not keep their order among the rules that both have.
    private Set<String> moved() {
        var names = new HashMap<String, String>();
        renamed.values().forEach(pair -> names.put(pair.before().id(), pair.after().id()));
        var left =
                before.keySet().stream()
                        .map(id -> names.getOrDefault(id, id))
                        .filter(after::containsKey)
                        .toList();
        var known = new HashSet<>(left);
        var right = after.keySet().stream().filter(known::contains).toList();
        return Run.of(left, right, MOST_RULES).stream()
                .filter(run -> !run.same())
                .flatMap(run -> run.right().stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, Rule> byId(PolicyDocument document) {
        var rules = new LinkedHashMap<String, Rule>();
        document.rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule));
        return rules;
    }
}
