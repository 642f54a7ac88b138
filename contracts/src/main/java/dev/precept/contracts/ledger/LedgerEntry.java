package dev.precept.contracts.ledger;

import java.time.Instant;
import java.util.Map;

/// One change of state, as it was recorded.
///
/// @param sequence grows with every entry
/// @param actor the person or service that did it
/// @param type for example `policy.version.approved`
/// @param subject what it was done to, for example `policy:spam` or `case:<id>`
/// @param payload further facts; never content
public record LedgerEntry(
        long sequence,
        Instant at,
        String actor,
        String type,
        String subject,
        Map<String, Object> payload) {}
