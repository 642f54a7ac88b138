package dev.precept.registry.golden;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.NewGoldenCase;
import org.jspecify.annotations.Nullable;

/// A row as it is read under a mapping.
///
/// @param guarded null if the file does not say
record GoldenRow(
        int position,
        Content content,
        GoldenExpectation expected,
        @Nullable String note,
        String source,
        @Nullable Boolean guarded) {

    NewGoldenCase golden() {
        return new NewGoldenCase(content, expected, note, guarded);
    }
}
