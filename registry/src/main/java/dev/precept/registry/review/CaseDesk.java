package dev.precept.registry.review;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.review.CaseDetail;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.ReviewCase;
import dev.precept.registry.access.Actor;
import dev.precept.registry.review.CaseQueue.CaseFilter;
import dev.precept.registry.wire.Cursors;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Cases as people see them: lists, details, and what a claim returns.
@Service
@Transactional
class CaseDesk {

    private final CaseClaims claims;
    private final CaseQueue queue;
    private final CaseRows cases;
    private final CaseViews views;
    private final Clock clock;

    CaseDesk(CaseClaims claims, CaseQueue queue, CaseRows cases, CaseViews views, Clock clock) {
        this.claims = claims;
        this.queue = queue;
        this.cases = cases;
        this.views = views;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ReviewCase> page(CaseFilter filter, @Nullable String cursor) {
        var found = queue.page(filter, Cursors.id(cursor), clock.instant(), Page.DEFAULT_SIZE + 1);
        var page = Page.of(found, Page.DEFAULT_SIZE, UUID::toString);
        return page.with(found.isEmpty() ? List.of() : views.of(cases.newestFirst(page.items())));
    }

    @Transactional(readOnly = true)
    public CaseDetail get(CaseId id) {
        return views.detail(cases.findById(id.value()).orElseThrow(() -> CaseRefusals.unknown(id)));
    }

    public Optional<CaseDetail> claimNext(Actor actor, @Nullable String policy) {
        return claims.next(actor, policy).map(views::detail);
    }

    public CaseDetail claim(Actor actor, CaseId id) {
        return views.detail(claims.claim(actor, id));
    }

    public ReviewCase renew(Actor actor, CaseId id) {
        return views.of(claims.renew(actor, id));
    }
}
