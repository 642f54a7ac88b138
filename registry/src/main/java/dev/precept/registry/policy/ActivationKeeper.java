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
        if (moved.cause() != AliasMove.Cause.ROLLED_BACK) {
            hold(moved.slug(), moved.alias(), moved.to(), moved.actor());
        }
    }

    /// Whoever may not make a version live may not give it a share of live either.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CandidateNamed candidate) {
        hold(candidate.slug(), candidate.alias(), candidate.number(), candidate.actor());
    }

    private void hold(String slug, String alias, int number, String actor) {
        if (!alias.equals(Policy.LIVE) || !rules.of(slug).ask(Demand.WRITERS_MAY_NOT_ACTIVATE)) {
            return;
        }
        versions.findBySlugAndNumber(slug, number)
                .filter(version -> version.wasWrittenBy(actor))
                .ifPresent(version -> {
                    throw new PreceptException(
                            ErrorCode.FOUR_EYES,
                            "%s wrote on version %d; another person must make it live."
                                    .formatted(actor, number));
                });
    }
}
