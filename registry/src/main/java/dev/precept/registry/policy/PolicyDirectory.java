package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.PreceptException;

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
    /// @throws PreceptException `unknown-policy`; `policy-invalid` if the draft has errors
    PolicyVersionRef resolveForPlayground(String name);

    /// @throws PreceptException `not-found`
    PolicyBundle bundle(String sha256);
}
