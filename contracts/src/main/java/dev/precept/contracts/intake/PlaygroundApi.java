package dev.precept.contracts.intake;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Trying a policy out on a content. Only the person who tried sees what came of it.
@HttpExchange("/v1/playground")
public interface PlaygroundApi {

    @PostExchange
    ResponseEntity<Classification> tryOut(
            @RequestBody PlaygroundRequest request,
            @RequestParam(name = "wait", defaultValue = "30") int wait);

    /// Asks again, where the wait was too short.
    @GetExchange("/{id}")
    Classification get(@PathVariable("id") ItemId id);
}
