package dev.precept.registry.intake;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.registry.item.NewItem;
import java.util.List;

/// An item with the policy versions that are to judge it.
record Submission(NewItem item, List<PolicyVersionRef> policies) {

    Submission {
        policies = List.copyOf(policies);
    }
}
