package dev.precept.contracts.policy;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// What a version changes.
@HttpExchange("/v1/policies/{slug}/versions/{number}/changes")
public interface PolicyDiffApi {

    /// @param from the number of the version to compare with
    @GetExchange
    PolicyDiff changes(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestParam("from") int from);
}
