package dev.precept.contracts.rollout;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Activations past closed gates and their reviews.
@HttpExchange("/v1/policies/{slug}")
public interface BreakGlassApi {

    /// Newest first.
    @GetExchange("/break-glass")
    Page<BreakGlass> list(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// Points the alias at a version that has not passed the gates.
    @PostExchange("/aliases/{alias}/break-glass")
    BreakGlass breakGlass(
            @PathVariable("slug") String slug,
            @PathVariable("alias") String alias,
            @RequestBody NewBreakGlass wish);

    /// Reviews it; whoever broke the glass cannot.
    @PostExchange("/break-glass/{id}/review")
    BreakGlass review(
            @PathVariable("slug") String slug,
            @PathVariable("id") BreakGlassId id,
            @RequestBody BreakGlassReview review);
}
