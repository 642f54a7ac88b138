package dev.precept.contracts.policy;

import dev.precept.contracts.revision.Revisioned;
import java.util.List;

/// A version with its text and what was read from it.
///
/// @param rules and examples as far as the text could be read: a draft may be half-written
public record PolicyVersion(
        PolicyVersionSummary summary,
        String text,
        List<Rule> rules,
        List<Example> examples,
        LintReport lint)
        implements Revisioned {

    public PolicyVersion {
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
    }

    @Override
    public int revision() {
        return summary.revision();
    }
}
