package dev.precept.contracts.policy;

import dev.precept.contracts.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Golden sets as they were frozen.
@HttpExchange("/v1/policies/{slug}/golden-sets")
public interface GoldenSetVersionApi {

    /// Newest first.
    @GetExchange
    Page<GoldenSetVersion> page(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "size", defaultValue = "50") int size);

    /// All of them, newest first.
    default List<GoldenSetVersion> list(String slug) {
        return Page.all(cursor -> page(slug, cursor, Page.MAX_SIZE));
    }

    /// Freezes the set as it stands; the same cases give the version that there is already.
    @PostExchange
    GoldenSetVersion freeze(@PathVariable("slug") String slug);
}
