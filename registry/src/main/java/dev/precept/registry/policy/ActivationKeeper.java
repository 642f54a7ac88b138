package dev.precept.registry.policy;

import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.Demand;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Undoes the move of `live` by somebody who wrote on the version, where the rules forbid it. The
/// way back is always open.
@Component
class ActivationKeeper {

    private final VersionRows versions;
    private final ApprovalRulesRows rules;

    ActivationKeeper(VersionRows versions, ApprovalRulesRows rules) {
        this.versions = versions;
        this.rules = rules;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(AliasMoved moved) {
        if (!moved.alias().equals(Policy.LIVE)
                || moved.cause() == AliasMove.Cause.ROLLED_BACK
                || !rules.of(moved.slug()).ask(Demand.WRITERS_MAY_NOT_ACTIVATE)) {
            return;
        }
        versions.findBySlugAndNumber(moved.slug(), moved.to())
                .filter(version -> version.wasWrittenBy(moved.actor()))
                .ifPresent(version -> {
                    throw new PreceptException(
                            ErrorCode.FOUR_EYES,
                            "%s wrote on version %d; another person must make it live."
                                    .formatted(moved.actor(), moved.to()));
                });
    }
}
