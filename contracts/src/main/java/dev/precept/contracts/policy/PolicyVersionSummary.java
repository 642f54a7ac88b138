package dev.precept.contracts.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version without its text.
///
/// @param revision counts saves; a write names the revision that it was based on
/// @param sha256 of the bundle, once submitted
/// @param aliases that point here now
public record PolicyVersionSummary(
        String slug,
        int number,
        PolicyVersionStatus status,
        int revision,
        @Nullable String sha256,
        String author,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        List<String> aliases) {

    public PolicyVersionSummary {
        aliases = List.copyOf(aliases);
    }
}
