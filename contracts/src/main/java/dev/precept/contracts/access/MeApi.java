package dev.precept.contracts.access;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// What concerns the caller.
@HttpExchange("/v1/me")
public interface MeApi {

    @GetExchange("/inbox")
    Inbox inbox();

    /// Records in the ledger that the caller signed in; the console calls it once per session.
    @PostExchange("/sign-ins")
    void signedIn();
}
