package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.Demand;
import dev.precept.registry.policy.ApprovalCondition;
import java.util.List;
import org.springframework.stereotype.Component;

/// Where the rules ask for it, a version passes the gates before it is approved.
@Component
class GatesPassed implements ApprovalCondition {

    private final Gates gates;

    GatesPassed(Gates gates) {
        this.gates = gates;
    }

    @Override
    public List<String> missing(ApprovalRules rules, PolicyVersionRef version) {
        if (!rules.ask(Demand.GATES_PASSED)) {
            return List.of();
        }
        return gates.measured(version.slug(), version.sha256()).stream()
                .filter(result -> result.status() != Status.PASSED)
                .map(result -> "The gate %s: %s".formatted(result.gate().kind(), result.detail()))
                .toList();
    }
}
