package dev.precept.registry.review;

import dev.precept.contracts.review.CaseId;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.verdict.VerdictsRecorded;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens cases for the verdicts that routing picks, in the transaction that records the verdicts.
@Component
class CaseOpener {

    private final PolicyDirectory policies;
    private final NewCases cases;
    private final Ledger ledger;
    private final Clock clock;

    CaseOpener(PolicyDirectory policies, NewCases cases, Ledger ledger, Clock clock) {
        this.policies = policies;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(VerdictsRecorded recorded) {
        var opened = new ArrayList<NewCases.NewCase>();
        for (var verdict : recorded.verdicts()) {
            var thresholds = policies.bundle(verdict.policyVersion().sha256()).review();
            Routing.route(verdict, thresholds)
                    .ifPresent(reason -> {
                        var id = new CaseId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
                        opened.add(new NewCases.NewCase(id, reason, verdict));
                    });
        }
        if (!opened.isEmpty()) {
            cases.insert(opened, clock.instant());
            ledger.append(opened.stream().map(CaseOpener::event).toList());
        }
    }

    private static Ledger.Event event(NewCases.NewCase opened) {
        return new Ledger.Event(
                "precept",
                "case.opened",
                "case:" + opened.id(),
                Map.of(
                        "verdictId", opened.verdict().id().toString(),
                        "policy", opened.verdict().policyVersion().toString(),
                        "reason", opened.reason().name()));
    }
}
