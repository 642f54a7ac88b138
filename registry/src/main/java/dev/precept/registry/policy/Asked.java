package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionRef;
import org.jspecify.annotations.Nullable;

/// What a name asks for.
///
/// @param version that the name means now
/// @param alias that was named; null for a fixed version
public record Asked(PolicyVersionRef version, @Nullable String alias) {}
