package dev.precept.worker.lease;

import dev.precept.contracts.policy.PolicyApi;
import dev.precept.inference.Policy;
import dev.precept.worker.engine.EngineInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The policy versions used last. A version never changes, so none is fetched twice while kept.
@Component
class Policies {

    private static final int LIMIT = 64;

    private final PolicyApi api;
    private final Map<String, Policy> bySha256 = new LinkedHashMap<>(16, 0.75f, true);

    Policies(PolicyApi api) {
        this.api = api;
    }

    synchronized Policy of(String sha256) {
        Policy known = bySha256.get(sha256);
        if (known == null) {
            known = EngineInput.policy(api.bundle(sha256));
            bySha256.put(sha256, known);
            if (bySha256.size() > LIMIT) {
                bySha256.remove(bySha256.keySet().iterator().next());
            }
        }
        return known;
    }

    synchronized List<String> warm() {
        return List.copyOf(bySha256.keySet());
    }
}
