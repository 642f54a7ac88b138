package dev.precept.inference.safeguard;

import dev.precept.inference.Policy;
import dev.precept.inference.engine.PrefixKey;
import dev.precept.inference.guided.Grammars;
import dev.precept.inference.harmony.PromptRenderer;
import dev.precept.prompt.Instructions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The policies used last, in the form that the engine uses. Safe for use by many threads.
final class PreparedPolicies {

    private static final int MOST = 64;

    private final PromptRenderer renderer;
    private final Grammars grammars = new Grammars(MOST);
    private final Map<PreparedPolicy.Name, PreparedPolicy> recent =
            new LinkedHashMap<>(16, 0.75f, true);

    PreparedPolicies(PromptRenderer renderer) {
        this.renderer = renderer;
    }

    synchronized PreparedPolicy of(Policy policy) {
        var name = new PreparedPolicy.Name(policy.digest(), policy.effort());
        var prepared = recent.get(name);
        if (prepared == null) {
            prepared = prepare(policy);
            recent.put(name, prepared);
            if (recent.size() > MOST) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return prepared;
    }

    /// Digests of the policies that have one of these prefixes.
    synchronized Set<String> digests(Collection<PrefixKey> keys) {
        return recent.values().stream()
                .filter(policy -> keys.contains(policy.key()))
                .map(PreparedPolicy::digest)
                .collect(Collectors.toUnmodifiableSet());
    }

    private PreparedPolicy prepare(Policy policy) {
        var contract = policy.contract();
        int[] prefix = renderer.prefix(policy.effort(), Instructions.of(policy.text(), contract));
        return new PreparedPolicy(
                policy.digest(), prefix, PrefixKey.of(prefix), contract, grammars.of(contract));
    }
}
