package dev.precept.contracts.proposal;

import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Wordings that a model proposes.
@HttpExchange("/v1/policies/{slug}/wording-proposals")
public interface ProposalApi {

    /// Newest first.
    ///
    /// @param draft only those that this version, or one that it was written from, was opened with
    @GetExchange
    Page<WordingProposal> list(
            @PathVariable("slug") String slug,
            @RequestParam(name = "draft", required = false) @Nullable Integer draft,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// Asks a worker that writes for a wording of the live version; it is there some time later.
    @PostExchange
    WordingProposal propose(@PathVariable("slug") String slug, @RequestBody NewProposal wish);

    @GetExchange("/{id}")
    WordingProposal get(@PathVariable("slug") String slug, @PathVariable("id") ProposalId id);

    /// Of a wording that is not there yet; what a worker still writes is thrown away.
    @PostExchange("/{id}/cancel")
    WordingProposal cancel(@PathVariable("slug") String slug, @PathVariable("id") ProposalId id);

    /// Opens a draft with the wording, as the caller's, and protects the cases in the golden set.
    /// It is never submitted by itself.
    @PostExchange("/{id}/drafts")
    CorrectionDraft draft(@PathVariable("slug") String slug, @PathVariable("id") ProposalId id);
}
