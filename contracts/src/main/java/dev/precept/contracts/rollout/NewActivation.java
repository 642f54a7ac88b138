package dev.precept.contracts.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Asks for an alias to be moved later. Gates and approvals are looked at again when the time
/// comes.
///
/// @param alias null for `live`
/// @param at an ISO instant with `Z` or an offset
/// @param zone an IANA name, kept so that everybody sees the time as it was meant; null for `UTC`
public record NewActivation(
        @Nullable String alias,
        int version,
        Instant at,
        @Nullable String zone,
        @Nullable String reason) {}
