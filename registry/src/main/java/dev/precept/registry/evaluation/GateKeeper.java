package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.AliasMoved;
import dev.precept.registry.policy.PolicyDirectory;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Undoes the move of `live` to a version that has not passed every gate of its policy. The way
/// back is always open: a rollback goes to what was live before.
@Component
class GateKeeper {

    private final Gates gates;
    private final PolicyDirectory policies;

    GateKeeper(Gates gates, PolicyDirectory policies) {
        this.gates = gates;
        this.policies = policies;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(AliasMoved moved) {
        if (!moved.alias().equals(Policy.LIVE) || moved.cause() == AliasMove.Cause.ROLLED_BACK) {
            return;
        }
        var version = policies.resolve(moved.slug() + "@" + moved.to());
        var results = gates.measured(moved.slug(), version.sha256());
        var closed = results.stream().filter(result -> result.status() != Status.PASSED).toList();
        if (!closed.isEmpty()) {
            throw new PreceptException(
                    ErrorCode.GATES_CLOSED,
                    "Version %d passes %d of %d gates. %s"
                            .formatted(
                                    moved.to(),
                                    results.size() - closed.size(),
                                    results.size(),
                                    closed.stream()
                                            .map(GateKeeper::why)
                                            .collect(Collectors.joining(" "))),
                    Map.of("gates", closed));
        }
    }

    private static String why(GateResult result) {
        return result.gate().kind() + ": " + result.detail();
    }
}
