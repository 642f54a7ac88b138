package dev.precept.contracts.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// One content in, verdicts out.
@HttpExchange("/v1/classifications")
public interface ClassificationApi {

    /// The longest wait that a submission may ask for, in seconds.
    int MAX_WAIT_SECONDS = 60;

    /// Submits a content. 200 with the verdicts if all are there within the wait, else 202 with the
    /// `Location` to ask again.
    ///
    /// @param wait seconds to hold the request, at most [#MAX_WAIT_SECONDS]
    /// @param idempotencyKey the same key with the same request gives the same item
    @PostExchange
    ResponseEntity<Classification> classify(
            @RequestBody ClassificationRequest request,
            @RequestParam(name = "wait", defaultValue = "0") int wait,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String idempotencyKey);

    @GetExchange("/{id}")
    Classification get(@PathVariable("id") ItemId id);
}
