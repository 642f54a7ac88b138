package dev.precept.contracts.intake;

import dev.precept.contracts.verdict.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What to look for; a null matches everything.
///
/// @param text words in the content, case ignored
/// @param from inclusive; `to` exclusive
/// @param confidenceBelow verdicts less sure than this
public record ItemSearch(
        @Nullable String text,
        @Nullable String policy,
        @Nullable Outcome outcome,
        @Nullable String ruleId,
        @Nullable String externalId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Double confidenceBelow) {

    public static final ItemSearch ALL =
            new ItemSearch(null, null, null, null, null, null, null, null);
}
