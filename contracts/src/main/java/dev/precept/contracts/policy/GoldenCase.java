package dev.precept.contracts.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.content.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A labelled content that a policy must get right.
///
/// @param source where it comes from: `starter`, `hand`, or `case:<id>`
/// @param guarded whether no version may go live that judges it wrong
/// @param replaced where the expected rule went, if the live version, or without one the newest
///   approved, has it no more and says so; the case keeps the rule that it was written with
public record GoldenCase(
        GoldenCaseId id,
        String slug,
        Content content,
        GoldenExpectation expected,
        @Nullable String note,
        String source,
        String addedBy,
        Instant addedAt,
        @JsonProperty("protected") boolean guarded,
        @Nullable Replacement replaced) {

    /// The same, with word of where its rule went.
    public GoldenCase with(@Nullable Replacement way) {
        return new GoldenCase(
                id, slug, content, expected, note, source, addedBy, addedAt, guarded, way);
    }
}
