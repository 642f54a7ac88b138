package dev.precept.contracts.ledger;

import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// Reading the ledger. Nobody writes to it: entries are made by the changes themselves.
@HttpExchange("/v1/ledger")
public interface LedgerApi {

    /// Newest first.
    ///
    /// @param subject exactly this subject
    /// @param actor exactly this actor
    /// @param type this type, or every type that starts with it and a dot
    @GetExchange
    Page<LedgerEntry> list(
            @RequestParam(name = "subject", required = false) @Nullable String subject,
            @RequestParam(name = "actor", required = false) @Nullable String actor,
            @RequestParam(name = "type", required = false) @Nullable String type,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);
}
