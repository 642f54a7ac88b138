package dev.precept.contracts.policy;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// The exact text that a reasoning model reads. Nothing is kept, and no model is asked.
@HttpExchange("/v1")
public interface PromptApi {

    /// Of a text that may not be saved yet.
    @PostExchange("/policy-prompt")
    PromptPreview preview(@RequestBody PromptRequest request);

    /// Of a version as it stands saved.
    @PostExchange("/policies/{slug}/versions/{number}/prompt")
    PromptPreview preview(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestBody PromptSample sample);
}
