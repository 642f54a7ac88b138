package dev.precept.registry.policy;

import dev.precept.contracts.policy.AliasMove;
import org.jspecify.annotations.Nullable;

/// Published inside the transaction that moves an alias; a listener that throws undoes the move.
///
/// @param from null when the alias was made
public record AliasMoved(
        String slug,
        String alias,
        @Nullable Integer from,
        int to,
        AliasMove.Cause cause,
        String actor) {}
