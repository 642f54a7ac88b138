package dev.precept.contracts.policy;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// Rules that must not vanish silently.
@HttpExchange("/v1/policies/{slug}/versions/{number}/cited-rules")
public interface CitedRuleApi {

    /// What is cited and gone from this version; it is submitted only if all of it is settled.
    @GetExchange
    List<CitedRule> cited(@PathVariable("slug") String slug, @PathVariable("number") int number);
}
