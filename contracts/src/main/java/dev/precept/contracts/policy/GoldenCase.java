package dev.precept.contracts.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.content.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A labelled content that a policy must get right.
///
/// @param source where it comes from: `starter`, `hand`, or `case:<id>`
/// @param guarded whether no version may go live that judges it wrong
public record GoldenCase(
        GoldenCaseId id,
        String slug,
        Content content,
        GoldenExpectation expected,
        @Nullable String note,
        String source,
        String addedBy,
        Instant addedAt,
        @JsonProperty("protected") boolean guarded) {}
