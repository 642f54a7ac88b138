package dev.precept.contracts.intake;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.verdict.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a search: an item with one of its verdicts.
///
/// @param content sensitive: show it blurred until a person asks
/// @param verdict null while the job waits
public record ItemSummary(
        ItemId id,
        Content content,
        @Nullable String externalId,
        String submittedBy,
        Instant submittedAt,
        @Nullable Verdict verdict) {}
