package dev.precept.registry.policy;

import dev.precept.contracts.policy.NewGoldenCase;

/// Adds to golden sets from elsewhere in the registry, within the caller's transaction.
public interface GoldenSets {

    /// @param source as in [dev.precept.contracts.policy.GoldenCase#source()]
    /// @return false if the set holds this content already
    boolean add(String slug, NewGoldenCase golden, String source, String actor);
}
