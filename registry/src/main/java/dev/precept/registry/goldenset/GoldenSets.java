package dev.precept.registry.goldenset;

import dev.precept.contracts.policy.NewGoldenCase;

/// Adds to golden sets from elsewhere in the registry, within the caller's transaction.
public interface GoldenSets {

    /// @param source as in [dev.precept.contracts.policy.GoldenCase#source()]
    /// @return false if the set holds this content already
    boolean add(String slug, NewGoldenCase golden, String source, String actor);

    /// Adds a case that is protected, in place of one of the same content that is not, or that
    /// expects another outcome.
    ///
    /// @return false if the set protects this content with this outcome already
    boolean protect(String slug, NewGoldenCase golden, String source, String actor);

    /// Holds the set of a policy until the end of the transaction: nothing is added or frozen
    /// meanwhile.
    ///
    /// @throws dev.precept.contracts.problem.PreceptException `not-found` if there is no policy
    void hold(String slug);
}
