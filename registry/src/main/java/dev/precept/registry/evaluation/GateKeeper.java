package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.AliasMoved;
import dev.precept.registry.policy.CandidateNamed;
import dev.precept.registry.policy.PolicyDirectory;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Undoes the move of `live` to a version that has not passed every gate of its policy. The way
/// back is always open: a rollback goes to what was live before. Broken glass is the documented way
/// past them.
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
        boolean free =
                switch (moved.cause()) {
                    case ROLLED_BACK, BREAK_GLASS -> true;
                    case POINTED, PROMOTED, SCHEDULED -> false;
                };
        if (!free) {
            hold(moved.slug(), moved.alias(), moved.to());
        }
    }

    /// A canary's items get its answers, so its version passes the gates before the first of them.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CandidateNamed candidate) {
        hold(candidate.slug(), candidate.alias(), candidate.number());
    }

    private void hold(String slug, String alias, int number) {
        if (!alias.equals(Policy.LIVE)) {
            return;
        }
        var version = policies.resolve(slug + "@" + number);
        var results = gates.measured(slug, version.sha256());
        var closed = results.stream().filter(result -> result.status() != Status.PASSED).toList();
        if (!closed.isEmpty()) {
            throw new PreceptException(
                    ErrorCode.GATES_CLOSED,
                    "Version %d passes %d of %d gates. %s"
                            .formatted(
                                    number,
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
