package dev.precept.registry.review;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseState;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who holds which case. A claim expires unless it is renewed, and then the case is free again.
@Service
@Transactional
class CaseClaims {

    private final CaseRows cases;
    private final CaseQueue queue;
    private final Decisions decisions;
    private final Ledger ledger;
    private final ReviewProperties properties;
    private final Clock clock;

    CaseClaims(
            CaseRows cases,
            CaseQueue queue,
            Decisions decisions,
            Ledger ledger,
            ReviewProperties properties,
            Clock clock) {
        this.cases = cases;
        this.queue = queue;
        this.decisions = decisions;
        this.ledger = ledger;
        this.properties = properties;
        this.clock = clock;
    }

    /// The case that the person holds already, else the most pressing one that is free.
    public Optional<CaseRow> next(Actor actor, @Nullable String policy) {
        queue.queueUp(actor);
        var now = clock.instant();
        Optional<UUID> held = queue.held(actor, policy, now);
        if (held.isPresent()) {
            return held.map(id -> find(new CaseId(id)));
        }
        return queue.claimNext(actor, policy, now, now.plus(properties.claim()))
                .map(id -> {
                    var row = find(new CaseId(id));
                    record(actor, "case.claimed", row);
                    return row;
                });
    }

    public CaseRow claim(Actor actor, CaseId id) {
        var row = lock(id);
        var now = clock.instant();
        if (row.isHeldBy(actor.name(), now)) {
            return row;
        }
        if (row.stateAt(now) == CaseState.DECIDED) {
            throw CaseRefusals.decided(id);
        }
        var until = row.liveClaimUntil(now);
        if (until != null) {
            throw CaseRefusals.taken(id, until);
        }
        if (row.escalated()) {
            requireSecondLead(actor, id);
        }
        row.claim(actor.name(), now.plus(properties.claim()));
        cases.flush();
        record(actor, "case.claimed", row);
        return row;
    }

    public CaseRow renew(Actor actor, CaseId id) {
        var row = lockHeld(actor, id);
        row.claim(actor.name(), clock.instant().plus(properties.claim()));
        cases.flush();
        return row;
    }

    public void release(Actor actor, CaseId id) {
        var row = lockHeld(actor, id);
        row.release();
        record(actor, "case.released", row);
    }

    /// The case, locked, if the person holds it.
    ///
    /// @throws PreceptException saying why not
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseRow lockHeld(Actor actor, CaseId id) {
        var row = lock(id);
        Instant now = clock.instant();
        if (row.isHeldBy(actor.name(), now)) {
            return row;
        }
        if (row.stateAt(now) == CaseState.DECIDED) {
            throw CaseRefusals.decided(id);
        }
        var until = row.liveClaimUntil(now);
        if (until != null) {
            throw CaseRefusals.taken(id, until);
        }
        throw CaseRefusals.notHeld(
                id, actor.name().equals(row.claimedBy()) ? row.claimExpiresAt() : null);
    }

    private void requireSecondLead(Actor actor, CaseId id) {
        if (!actor.is(Role.REVIEW_LEAD)) {
            throw new PreceptException(
                    ErrorCode.FORBIDDEN,
                    "Case " + id + " was escalated; only a review-lead may claim it.");
        }
        var escalation = decisions.latest(List.of(id)).get(id);
        if (escalation != null && escalation.decidedBy().equals(actor.name())) {
            throw CaseRefusals.escalatedByYou(id);
        }
    }

    private CaseRow find(CaseId id) {
        return cases.findById(id.value()).orElseThrow(() -> CaseRefusals.unknown(id));
    }

    private CaseRow lock(CaseId id) {
        return cases.lock(id.value()).orElseThrow(() -> CaseRefusals.unknown(id));
    }

    private void record(Actor actor, String type, CaseRow row) {
        ledger.append(
                actor.name(),
                type,
                "case:" + row.id(),
                Map.of("verdictId", row.verdictId().toString(), "policy", row.policySlug()));
    }
}
