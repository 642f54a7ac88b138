package dev.precept.contracts.policy;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// The labelled contents that a policy must get right.
@HttpExchange("/v1/policies/{slug}/golden-cases")
public interface GoldenSetApi {

    /// Newest first.
    @GetExchange
    Page<GoldenCase> list(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @PostExchange("/import")
    GoldenImport.Result importCases(
            @PathVariable("slug") String slug, @RequestBody GoldenImport cases);
}
