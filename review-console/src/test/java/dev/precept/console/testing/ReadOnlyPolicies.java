package dev.precept.console.testing;

import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyBundle;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

/// A registry with one policy that can be listed and read; anything else is a fault of the test.
public final class ReadOnlyPolicies {

    private ReadOnlyPolicies() {}

    public static PolicyApi of(PolicyBundle bundle) {
        var policy =
                new Policy(
                        bundle.slug(),
                        bundle.name(),
                        "",
                        "trust",
                        Samples.NOW,
                        Map.of("live", bundle.number()),
                        null,
                        List.of("spam"));
        return (PolicyApi)
                Proxy.newProxyInstance(
                        PolicyApi.class.getClassLoader(),
                        new Class<?>[] {PolicyApi.class},
                        (_, method, _) ->
                                switch (method.getName()) {
                                    case "list" -> List.of(policy);
                                    case "bundle" -> bundle;
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
