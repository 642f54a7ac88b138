package dev.precept.registry.policy;

import java.util.Set;

/// The labels and rule ids that a golden case may expect: those of the newest version of a policy
/// that whoever adds it may read, and of its live one, which old cases were made for.
///
/// @param replaced rules of earlier versions that approved versions have replaced; cases keep them
/// @param versions whose they are, in words; empty if the policy has none yet
public record GoldenVocabulary(
        Set<String> labels, Set<String> rules, Set<String> replaced, String versions) {

    public GoldenVocabulary {
        labels = Set.copyOf(labels);
        rules = Set.copyOf(rules);
        replaced = Set.copyOf(replaced);
    }

    public boolean hasRule(String id) {
        return rules.contains(id) || replaced.contains(id);
    }

    /// Without a version nothing can be checked.
    public boolean isKnown() {
        return !versions.isEmpty();
    }
}
