package dev.precept.registry.goldenset;

import dev.precept.contracts.policy.GoldenSetVersion;

/// Freezes golden sets for elsewhere in the registry, within the caller's transaction.
public interface GoldenFreezing {

    /// The set as it stands; the same cases give the version that there is already.
    GoldenSetVersion freeze(String slug, String actor);

    /// @throws dev.precept.contracts.problem.PreceptException `not-found`
    GoldenSetVersion frozen(String slug, int number);
}
