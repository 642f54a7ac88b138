package dev.precept.registry.intake;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.registry.item.NewItem;
import dev.precept.registry.policy.Asked;
import java.util.LinkedHashMap;
import java.util.List;

/// An item with what is asked of policies about it, each version once: who names a version and an
/// alias that means it gets the version's verdict, wherever the alias moves.
record Submission(NewItem item, List<Asked> policies) {

    Submission {
        policies = eachVersionOnce(policies);
    }

    private static List<Asked> eachVersionOnce(List<Asked> policies) {
        var once = new LinkedHashMap<PolicyVersionRef, Asked>();
        policies.forEach(asked -> once.merge(asked.version(), asked, Submission::fixedFirst));
        return List.copyOf(once.values());
    }

    private static Asked fixedFirst(Asked one, Asked other) {
        return one.alias() == null ? one : other;
    }
}
