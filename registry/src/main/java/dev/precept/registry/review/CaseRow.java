package dev.precept.registry.review;

import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.verdict.VerdictId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case and the steps that it can take. Each step assumes that its conditions were checked; what
/// the state is now depends on the time, for claims expire by themselves.
@Entity
@Table(name = "review_case")
class CaseRow {

    @Id private UUID id = new UUID(0, 0);
    private UUID verdictId = new UUID(0, 0);
    private String policySlug = "";

    @Enumerated(EnumType.STRING)
    private CaseReason reason = CaseReason.UNDETERMINED;

    @Enumerated(EnumType.STRING)
    private CaseState state = CaseState.OPEN;

    @Version private int revision;
    private Instant openedAt = Instant.EPOCH;
    private boolean escalated;
    private @Nullable String claimedBy;
    private @Nullable Instant claimExpiresAt;

    protected CaseRow() {}

    CaseState stateAt(Instant now) {
        if (state != CaseState.CLAIMED || liveClaimUntil(now) != null) {
            return state;
        }
        return escalated ? CaseState.ESCALATED : CaseState.OPEN;
    }

    /// When the claim that holds now ends; null if nobody holds the case.
    @Nullable Instant liveClaimUntil(Instant now) {
        return claimExpiresAt != null && claimExpiresAt.isAfter(now) ? claimExpiresAt : null;
    }

    boolean isHeldBy(String person, Instant now) {
        return person.equals(claimedBy) && liveClaimUntil(now) != null;
    }

    void claim(String person, Instant until) {
        state = CaseState.CLAIMED;
        claimedBy = person;
        claimExpiresAt = until;
    }

    void release() {
        leave(escalated ? CaseState.ESCALATED : CaseState.OPEN);
    }

    void escalate() {
        escalated = true;
        leave(CaseState.ESCALATED);
    }

    void decide() {
        leave(CaseState.DECIDED);
    }

    private void leave(CaseState next) {
        state = next;
        claimedBy = null;
        claimExpiresAt = null;
    }

    CaseId id() {
        return new CaseId(id);
    }

    VerdictId verdictId() {
        return new VerdictId(verdictId);
    }

    String policySlug() {
        return policySlug;
    }

    CaseReason reason() {
        return reason;
    }

    int revision() {
        return revision;
    }

    Instant openedAt() {
        return openedAt;
    }

    boolean escalated() {
        return escalated;
    }

    /// Whoever claimed last, whether or not the claim still holds.
    @Nullable String claimedBy() {
        return claimedBy;
    }

    @Nullable Instant claimExpiresAt() {
        return claimExpiresAt;
    }
}
