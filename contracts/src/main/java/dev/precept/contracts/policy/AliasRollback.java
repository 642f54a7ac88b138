package dev.precept.contracts.policy;

import org.jspecify.annotations.Nullable;

/// Goes back to the version before.
///
/// @param from the version that the caller wants to leave: if the alias points elsewhere by now,
///   nothing happens, so that a repeated click does not go back twice; null goes back from whatever
///   the alias points at
/// @param reason kept in the alias' history
public record AliasRollback(@Nullable Integer from, @Nullable String reason) {}
