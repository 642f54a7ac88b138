package dev.precept.registry.review;

import static dev.precept.contracts.access.RoleName.AUDITOR;
import static dev.precept.contracts.access.RoleName.REVIEWER;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.review.ReviewCase;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.review.CaseQueue.CaseFilter;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed({REVIEWER, REVIEW_LEAD})
class CaseController implements CaseApi {

    private final CaseDesk desk;
    private final CaseClaims claims;
    private final CaseDecisions decisions;
    private final CurrentActor actor;

    CaseController(CaseDesk desk, CaseClaims claims, CaseDecisions decisions, CurrentActor actor) {
        this.desk = desk;
        this.claims = claims;
        this.decisions = decisions;
        this.actor = actor;
    }

    @Override
    @RolesAllowed({REVIEWER, REVIEW_LEAD, AUDITOR})
    public Page<ReviewCase> list(
            @Nullable CaseState state, @Nullable String policy, @Nullable String cursor) {
        return desk.page(new CaseFilter(state, policy), cursor);
    }

    @Override
    public ResponseEntity<CaseDetail> claimNext(@Nullable String policy) {
        return desk.claimNext(actor.get(), policy)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Override
    @RolesAllowed({REVIEWER, REVIEW_LEAD, AUDITOR})
    public CaseDetail get(CaseId id) {
        return desk.get(id);
    }

    @Override
    public CaseDetail claim(CaseId id) {
        return desk.claim(actor.get(), id);
    }

    @Override
    public ReviewCase renew(CaseId id) {
        return desk.renew(actor.get(), id);
    }

    @Override
    public void release(CaseId id) {
        claims.release(actor.get(), id);
    }

    @Override
    public ReviewCase decide(CaseId id, NewDecision decision) {
        return decisions.decide(actor.get(), id, decision);
    }
}
