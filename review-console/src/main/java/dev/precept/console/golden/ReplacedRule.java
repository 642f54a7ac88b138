package dev.precept.console.golden;

import dev.precept.contracts.policy.Replacement;
import java.util.Objects;

/// A rule that cases were written with and versions have replaced since, in words.
final class ReplacedRule {

    private ReplacedRule() {}

    /// For a badge: `SP3 → SP1`.
    static String badge(Replacement replaced) {
        return replaced.id() + " → " + Objects.requireNonNullElse(replaced.by(), "none");
    }

    static String sentence(Replacement replaced) {
        return replaced.by() == null
                ? "No rule stands for %s any more: %s".formatted(replaced.id(), replaced.because())
                : "%s stands for %s now".formatted(replaced.by(), replaced.id());
    }
}
