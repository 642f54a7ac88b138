package dev.precept.registry.testing;

import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.OutputContract;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.ReviewThresholds;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.PolicyDirectory;
import java.util.List;
import java.util.Map;

/// Knows every slug that does not start with `no-`, each with one version.
public final class FakePolicies implements PolicyDirectory {

    @Override
    public PolicyVersionRef resolve(String name) {
        var slug = name.split("@", 2)[0];
        if (slug.startsWith("no-")) {
            throw new PreceptException(ErrorCode.UNKNOWN_POLICY, "There is no such policy.");
        }
        return new PolicyVersionRef(slug, 1, "sha-of-" + slug);
    }

    @Override
    public PolicyVersionRef resolveForPlayground(String name) {
        return resolve(name);
    }

    @Override
    public PolicyBundle bundle(String sha256) {
        return new PolicyBundle(
                sha256.substring("sha-of-".length()),
                1,
                sha256,
                "Test",
                "# Test",
                new OutputContract("json", List.of(), Map.of("spam", List.of("T1"))),
                Effort.LOW,
                new ReviewThresholds(0.6, 0),
                List.of(new Rule("T1", Rule.Side.VIOLATES, "Advertising", 1)),
                List.of());
    }
}
