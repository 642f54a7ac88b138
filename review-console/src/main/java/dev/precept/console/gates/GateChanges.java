package dev.precept.console.gates;

import dev.precept.console.measure.GateWords;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What differs between two states of the gates, in words.
final class GateChanges {

    private GateChanges() {}

    static List<String> between(GateSet before, GateSet after) {
        var changes = new ArrayList<String>();
        for (var kind : Gate.Kind.values()) {
            var was = find(before, kind);
            var is = find(after, kind);
            if (!was.equals(is)) {
                changes.add(change(kind, was, is));
            }
        }
        return changes.isEmpty() ? List.of("Nothing in the end: it is as it was.") : changes;
    }

    static Optional<Gate> find(GateSet gates, Gate.Kind kind) {
        return gates.gates().stream().filter(gate -> gate.kind() == kind).findFirst();
    }

    private static String change(Gate.Kind kind, Optional<Gate> was, Optional<Gate> is) {
        var name = GateWords.name(kind);
        if (is.isEmpty()) {
            return name + ": taken away";
        }
        var asked = GateWords.asked(is.get());
        return was.map(gate -> "%s: %s instead of %s".formatted(name, asked, GateWords.asked(gate)))
                .orElseGet(() -> name + ": new, " + asked);
    }
}
