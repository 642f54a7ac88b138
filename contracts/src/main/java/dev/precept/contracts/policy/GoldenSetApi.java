package dev.precept.contracts.policy;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/// The labelled contents that a policy must get right.
@HttpExchange("/v1/policies/{slug}/golden-cases")
public interface GoldenSetApi {

    /// Newest first.
    @GetExchange
    Page<GoldenCase> list(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// The same, of some only. It is a POST, so that words of content never stand in a URL.
    @PostExchange("/search")
    Page<GoldenCase> search(
            @PathVariable("slug") String slug,
            @RequestBody GoldenSearch search,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// Puts a case with the same content in place of one that is in use, which retires: frozen sets
    /// keep it.
    @PutExchange("/{id}")
    GoldenCase change(
            @PathVariable("slug") String slug,
            @PathVariable("id") GoldenCaseId id,
            @RequestBody GoldenCaseEdit edit);

    /// Takes a case out of use; frozen sets keep it.
    @DeleteExchange("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable("slug") String slug, @PathVariable("id") GoldenCaseId id);

    @PostExchange("/import")
    GoldenImport.Result importCases(
            @PathVariable("slug") String slug, @RequestBody GoldenImport cases);
}
