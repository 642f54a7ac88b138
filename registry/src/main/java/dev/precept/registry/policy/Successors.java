package dev.precept.registry.policy;

import dev.precept.contracts.policy.Replacement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows ids of earlier versions to the rules of one version.
///
/// @param rules ids that the version has
/// @param newestFirst what this version and those before it said
record Successors(Set<String> rules, List<List<Replacement>> newestFirst) {

    /// Where an id leads.
    ///
    /// @param rule the last that stands for it; null for none
    /// @param because why none does
    record Way(@Nullable String rule, String because) {}

    /// @return nothing where the version has no such rule and nobody said where it went
    Optional<Way> of(String id) {
        var known = new HashMap<String, Replacement>();
        newestFirst.forEach(said -> said.forEach(each -> known.putIfAbsent(each.id(), each)));
        return follow(id, known);
    }

    private Optional<Way> follow(String id, Map<String, Replacement> known) {
        var seen = new HashSet<String>();
        var rule = id;
        while (!rules.contains(rule)) {
            var next = seen.add(rule) ? known.get(rule) : null;
            if (next == null) {
                return Optional.empty();
            }
            if (next.by() == null) {
                return Optional.of(new Way(null, next.because()));
            }
            rule = next.by();
        }
        return Optional.of(new Way(rule, ""));
    }
}
