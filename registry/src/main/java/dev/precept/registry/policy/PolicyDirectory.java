package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import java.util.Optional;

/// Names in, policy versions out. Safe to call often: what never changes is cached.
public interface PolicyDirectory {

    /// The version that a name means now.
    ///
    /// @param name `slug` (its `live` alias), `slug@alias`, or `slug@number` of an approved version
    /// @throws PreceptException `unknown-policy`, naming what there is
    PolicyVersionRef resolve(String name);

    /// As [#resolve], and whether the name was an alias: its version is then settled anew whenever
    /// a job is leased.
    Asked ask(String name);

    /// As [#resolve], and `slug@number` may also be a draft or a version in review: what stands
    /// saved is kept as a bundle of its own.
    ///
    /// @param reader who must be allowed to read it
    /// @throws PreceptException `unknown-policy`; `draft-private`; `policy-invalid` if the draft
    ///   has errors
    PolicyVersionRef resolveForPlayground(Actor reader, String name);

    /// The hash of the bundle that a version is, or would be if it were submitted as it stands.
    ///
    /// @return nothing if it is a draft with errors
    /// @throws PreceptException `unknown-policy`
    Optional<String> hash(String slug, int number);

    /// @throws PreceptException `not-found`
    PolicyBundle bundle(String sha256);
}
