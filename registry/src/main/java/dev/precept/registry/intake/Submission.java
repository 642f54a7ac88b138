package dev.precept.registry.intake;

import dev.precept.registry.item.NewItem;
import dev.precept.registry.policy.Asked;
import java.util.List;

/// An item with what is asked of policies about it.
record Submission(NewItem item, List<Asked> policies) {

    Submission {
        policies = List.copyOf(policies);
    }
}
