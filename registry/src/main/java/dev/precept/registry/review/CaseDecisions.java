package dev.precept.registry.review;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.Decision;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.review.ReviewCase;
import dev.precept.registry.access.Actor;
import dev.precept.registry.policy.PolicyDirectory;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decides a held case: decision, golden case and ledger entry are one transaction.
@Service
class CaseDecisions {

    private final CaseClaims claims;
    private final CaseRows cases;
    private final CaseViews views;
    private final CaseRecords records;
    private final PolicyDirectory policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseDecisions(
            CaseClaims claims,
            CaseRows cases,
            CaseViews views,
            CaseRecords records,
            PolicyDirectory policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.claims = claims;
        this.cases = cases;
        this.views = views;
        this.records = records;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public ReviewCase decide(Actor actor, CaseId id, NewDecision wish) {
        var row = claims.lockHeld(actor, id);
        requireCurrent(row, wish);
        var detail = views.detail(row);
        var verdict = detail.reviewCase().verdict();
        var policy = policies.bundle(verdict.policyVersion().sha256());
        var outcome = new DecisionCheck(verdict, policy).outcomeOf(wish);
        if (wish.kind() == DecisionKind.ESCALATE) {
            requireNotEscalated(row);
            row.escalate();
        } else {
            requireSomebodyElse(actor, detail.reviewCase());
            row.decide();
        }
        var decision =
                new Decision(
                        wish.kind(),
                        outcome,
                        wish.label(),
                        wish.ruleIds().stream().distinct().toList(),
                        wish.reason().strip(),
                        actor.name(),
                        clock.instant(),
                        false);
        cases.flush();
        records.keep(actor, detail, decision, wish.addToGoldenSet());
        events.publishEvent(new CaseDecided(id, wish.kind()));
        return views.of(row);
    }

    private static void requireCurrent(CaseRow row, NewDecision wish) {
        if (wish.revision() != row.revision()) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "You looked at revision %d of case %s, which is at revision %d now. Load it"
                                    .formatted(wish.revision(), row.id(), row.revision())
                            + " again, then decide.",
                    Map.of("revision", row.revision()));
        }
    }

    /// Holds even for a claim that was taken past the queue.
    private static void requireSomebodyElse(Actor actor, ReviewCase escalated) {
        var escalation = escalated.decision();
        if (escalation != null && escalation.decidedBy().equals(actor.name())) {
            throw CaseRefusals.escalatedByYou(escalated.id());
        }
    }

    private static void requireNotEscalated(CaseRow row) {
        if (row.escalated()) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Case " + row.id() + " is escalated already. Uphold or overturn it.");
        }
    }
}
