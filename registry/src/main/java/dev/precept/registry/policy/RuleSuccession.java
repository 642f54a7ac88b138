package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.Replacement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stands for rules of earlier versions now.
public interface RuleSuccession {

    /// For each of these ids that is no rule of the version and whose way is known: the rule that
    /// stands for it, or nothing. An id whose way nobody named is left out.
    Map<String, Optional<String>> of(PolicyVersionRef version, Set<String> ids);

    /// As [#of], for the live version of a policy, or without one its newest approved version, with
    /// the reason where none stands for a rule.
    Map<String, Replacement> now(String slug, Set<String> ids);
}
