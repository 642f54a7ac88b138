package dev.precept.contracts.policy;

import dev.precept.contracts.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Where aliases point, where they pointed, and the way back.
@HttpExchange("/v1/policies/{slug}/aliases")
public interface AliasApi {

    @GetExchange
    List<Alias> aliases(@PathVariable("slug") String slug);

    /// Every move of an alias, newest first.
    @GetExchange("/{alias}/moves")
    Page<AliasMove> moves(
            @PathVariable("slug") String slug,
            @PathVariable("alias") String alias,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// Points the alias at the version before; holds for the next lease. A rollback after a
    /// rollback goes back further.
    @PostExchange("/{alias}/rollback")
    Alias rollback(
            @PathVariable("slug") String slug,
            @PathVariable("alias") String alias,
            @RequestBody AliasRollback rollback);
}
