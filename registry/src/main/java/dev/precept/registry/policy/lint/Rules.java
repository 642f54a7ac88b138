package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.document.Place;
import dev.precept.registry.policy.document.PolicyDocument;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What several checks ask of rules.
final class Rules {

    private static final Pattern NUMBER = Pattern.compile("(.*?)(\\d+)((?:\\.[a-z0-9]+)*)");

    private Rules() {}

    static Set<String> ids(PolicyDocument document, Rule.Side side) {
        return document.rules().stream()
                .filter(rule -> rule.side() == side)
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    static Set<String> ids(PolicyDocument document) {
        return document.rules().stream().map(Rule::id).collect(Collectors.toSet());
    }

    static String heading(Rule.Side side) {
        return side == Rule.Side.VIOLATES ? "Violates" : "Safe";
    }

    static Rule.Side other(Rule.Side side) {
        return side == Rule.Side.VIOLATES ? Rule.Side.SAFE : Rule.Side.VIOLATES;
    }

    /// Where a word stands on a line, or the whole line.
    static Place place(PolicyDocument document, int line, String word) {
        if (line < 1 || line > document.lines().size()) {
            return Place.wholeLine(line);
        }
        int start = document.lines().get(line - 1).indexOf(word);
        return start < 0 ? Place.wholeLine(line) : Place.of(line, start, word.length());
    }

    /// The next id of the same kind that no rule has: `SP3` after `SP1` and `SP2`.
    static String free(String id, Set<String> taken) {
        var parts = NUMBER.matcher(id);
        var stem = parts.matches() ? parts.group(1) : id;
        int number = 1;
        while (taken.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }
}
