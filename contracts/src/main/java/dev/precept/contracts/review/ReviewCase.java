package dev.precept.contracts.review;

import dev.precept.contracts.revision.Revisioned;
import dev.precept.contracts.verdict.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A verdict that a person looks at.
///
/// @param revision changes with every write; a decision names the one it was based on
/// @param claimedBy who holds it, until `claimExpiresAt`
public record ReviewCase(
        CaseId id,
        CaseState state,
        CaseReason reason,
        int revision,
        Verdict verdict,
        Instant openedAt,
        @Nullable String claimedBy,
        @Nullable Instant claimExpiresAt,
        @Nullable Decision decision)
        implements Revisioned {}
