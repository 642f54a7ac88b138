package dev.precept.contracts.intake;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Looking things up. The search is a POST, so that words of content never stand in a URL.
@HttpExchange("/v1/items")
public interface ItemApi {

    /// Newest first.
    @PostExchange("/search")
    Page<ItemSummary> search(
            @RequestBody ItemSearch search,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "size", defaultValue = "50") int size);

    /// How many rows a search has, counted up to 10,000.
    @PostExchange("/count")
    int count(@RequestBody ItemSearch search);

    @GetExchange("/{id}")
    ItemDetail get(@PathVariable("id") ItemId id);
}
