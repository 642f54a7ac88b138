package dev.precept.registry.goldenset;

import dev.precept.contracts.policy.GoldenSetVersion;
import java.util.Optional;

/// Freezes golden sets for elsewhere in the registry, within the caller's transaction.
public interface GoldenFreezing {

    /// The set as it stands; the same cases give the version that there is already.
    GoldenSetVersion freeze(String slug, String actor);

    /// @return why the frozen set measures too little by now, if it does: a newer one is frozen, or
    ///   a protected case is not in it
    Optional<String> outdated(String slug, int number);

    /// @throws dev.precept.contracts.problem.PreceptException `not-found`
    GoldenSetVersion frozen(String slug, int number);
}
