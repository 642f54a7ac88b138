package dev.precept.contracts.rollout;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Aliases that move at an instant.
@HttpExchange("/v1/policies/{slug}/activations")
public interface ActivationApi {

    /// Newest first.
    @GetExchange
    Page<Activation> list(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @PostExchange
    Activation schedule(@PathVariable("slug") String slug, @RequestBody NewActivation wish);

    @PostExchange("/{id}/cancel")
    Activation cancel(@PathVariable("slug") String slug, @PathVariable("id") ActivationId id);
}
