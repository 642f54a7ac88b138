package dev.precept.contracts.intake;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Batches after they were submitted. The streams (`POST /v1/batches`, `…/results`, `…/errors`) are
/// NDJSON and have no Java interface: read and write them line by line.
@HttpExchange("/v1/batches")
public interface BatchApi {

    @GetExchange
    Page<Batch> list(@RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @GetExchange("/{id}")
    Batch get(@PathVariable("id") BatchId id);

    /// Takes back every job that has not been leased; leased ones end without a verdict.
    @PostExchange("/{id}/cancel")
    Batch cancel(@PathVariable("id") BatchId id);
}
