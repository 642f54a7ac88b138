package dev.precept.contracts.policy;

import dev.precept.contracts.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/// What to look for in a golden set; a null matches everything.
///
/// @param text stands in the content or the note, case ignored
/// @param ruleId that is expected to be cited
/// @param language as the content names it; `und` for those that name none
public record GoldenSearch(
        @Nullable String text,
        @Nullable Outcome outcome,
        @Nullable String ruleId,
        @Nullable String language) {

    public static final GoldenSearch ALL = new GoldenSearch(null, null, null, null);
    public static final String NO_LANGUAGE = "und";
}
