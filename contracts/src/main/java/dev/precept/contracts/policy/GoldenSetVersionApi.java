package dev.precept.contracts.policy;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Golden sets as they were frozen.
@HttpExchange("/v1/policies/{slug}/golden-sets")
public interface GoldenSetVersionApi {

    /// Newest first.
    @GetExchange
    List<GoldenSetVersion> list(@PathVariable("slug") String slug);

    /// Freezes the set as it stands; the same cases give the version that there is already.
    @PostExchange
    GoldenSetVersion freeze(@PathVariable("slug") String slug);
}
