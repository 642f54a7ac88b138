package dev.precept.registry.review;

import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.Decision;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.registry.access.Actor;
import dev.precept.registry.digest.Sha256;
import dev.precept.registry.ledger.Ledger;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what was decided where it belongs: the decisions, the golden set, the ledger. The ledger
/// gets the SHA-256 of the reason and never its text.
@Component
class CaseRecords {

    private final Decisions decisions;
    private final GoldenCorrections golden;
    private final Ledger ledger;

    CaseRecords(Decisions decisions, GoldenCorrections golden, Ledger ledger) {
        this.decisions = decisions;
        this.golden = golden;
        this.ledger = ledger;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Actor actor, CaseDetail detail, Decision decision, boolean addToGoldenSet) {
        var added = addToGoldenSet && golden.keep(detail, decision, actor);
        var id = detail.reviewCase().id();
        decisions.add(
                id,
                new Decision(
                        decision.kind(),
                        decision.outcome(),
                        decision.label(),
                        decision.ruleIds(),
                        decision.reason(),
                        decision.decidedBy(),
                        decision.decidedAt(),
                        added));
        var verdict = detail.reviewCase().verdict();
        var payload = new HashMap<String, Object>();
        payload.put("verdictId", verdict.id().toString());
        payload.put("policy", verdict.policyVersion().toString());
        payload.put("kind", decision.kind().name());
        payload.put("ruleIds", decision.ruleIds());
        payload.put("reasonSha256", Sha256.hex(decision.reason()));
        payload.put("addedToGoldenSet", added);
        var outcome = decision.outcome();
        if (outcome != null) {
            payload.put("outcome", outcome.name());
        }
        ledger.append(
                actor.name(),
                decision.kind() == DecisionKind.ESCALATE ? "case.escalated" : "case.decided",
                "case:" + id,
                payload);
    }
}
