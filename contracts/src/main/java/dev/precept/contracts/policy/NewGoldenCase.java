package dev.precept.contracts.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.content.Content;
import org.jspecify.annotations.Nullable;

/// Adds a case to a golden set; a content that is there already is not added twice.
///
/// @param guarded whether no version may go live that judges it wrong; null for no
public record NewGoldenCase(
        Content content,
        GoldenExpectation expected,
        @Nullable String note,
        @JsonProperty("protected") @Nullable Boolean guarded) {

    public NewGoldenCase(Content content, GoldenExpectation expected, @Nullable String note) {
        this(content, expected, note, null);
    }
}
