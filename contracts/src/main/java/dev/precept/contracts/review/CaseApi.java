package dev.precept.contracts.review;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Reviewing.
@HttpExchange("/v1/cases")
public interface CaseApi {

    /// Newest first.
    @GetExchange
    Page<ReviewCase> list(
            @RequestParam(name = "state", required = false) @Nullable CaseState state,
            @RequestParam(name = "policy", required = false) @Nullable String policy,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// Claims the next case for the caller: the one still held by the caller if there is one, else
    /// the most pressing open one. 204 if nothing waits.
    ///
    /// @param policy a slug, to review that policy only
    @PostExchange("/claim")
    ResponseEntity<CaseDetail> claimNext(
            @RequestParam(name = "policy", required = false) @Nullable String policy);

    @GetExchange("/{id}")
    CaseDetail get(@PathVariable("id") CaseId id);

    /// Claims this very case.
    @PostExchange("/{id}/claim")
    CaseDetail claim(@PathVariable("id") CaseId id);

    /// Extends the caller's claim.
    @PostExchange("/{id}/renew")
    ReviewCase renew(@PathVariable("id") CaseId id);

    /// Gives the case back undecided.
    @PostExchange("/{id}/release")
    void release(@PathVariable("id") CaseId id);

    @PostExchange("/{id}/decision")
    ReviewCase decide(@PathVariable("id") CaseId id, @RequestBody NewDecision decision);
}
