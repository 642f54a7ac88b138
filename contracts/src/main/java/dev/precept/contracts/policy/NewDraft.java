package dev.precept.contracts.policy;

import org.jspecify.annotations.Nullable;

/// Asks for a new draft with this Markdown text.
///
/// @param base the approved version that it was written from; null for the newest approved one
public record NewDraft(String text, @Nullable Integer base) {

    /// A draft from the newest approved version.
    public NewDraft(String text) {
        this(text, null);
    }
}
