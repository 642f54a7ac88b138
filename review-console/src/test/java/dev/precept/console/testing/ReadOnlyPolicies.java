package dev.precept.console.testing;

import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyBundle;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A registry with policies that can be listed and read; anything else is a fault of the test.
public final class ReadOnlyPolicies {

    private ReadOnlyPolicies() {}

    public static PolicyApi of(PolicyBundle bundle) {
        return api(
                Map.of(
                        "list",
                        List.of(policy(bundle.slug(), bundle.name(), bundle.number())),
                        "bundle",
                        bundle));
    }

    /// Policies whose names are their slugs, to be listed only.
    public static PolicyApi named(String... slugs) {
        return api(Map.of("list", Stream.of(slugs).map(slug -> policy(slug, slug, 1)).toList()));
    }

    private static Policy policy(String slug, String name, int live) {
        return new Policy(
                slug, name, "", "trust", Samples.NOW, Map.of("live", live), null, List.of("spam"));
    }

    private static PolicyApi api(Map<String, Object> answers) {
        return (PolicyApi)
                Proxy.newProxyInstance(
                        PolicyApi.class.getClassLoader(),
                        new Class<?>[] {PolicyApi.class},
                        (_, method, _) -> {
                            var answer = answers.get(method.getName());
                            if (answer == null) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            return answer;
                        });
    }
}
