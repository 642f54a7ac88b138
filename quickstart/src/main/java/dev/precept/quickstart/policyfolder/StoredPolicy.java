package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.policy.GoldenCaseId;
import dev.precept.contracts.policy.NewGoldenCase;
import java.util.Map;
import java.util.Objects;

/// A policy as the registry has it.
///
/// @param cases which golden case has a content, by [GoldenLines#key]
record StoredPolicy(PolicyFolder folder, Map<String, GoldenCaseId> cases) {

    StoredPolicy {
        cases = Map.copyOf(cases);
    }

    /// @param golden one whose content the registry has
    GoldenCaseId idOf(NewGoldenCase golden) {
        return Objects.requireNonNull(cases.get(GoldenLines.key(golden.content())));
    }
}
