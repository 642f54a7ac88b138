package dev.precept.contracts.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// What is to be said of a golden case from now on; its content stays.
///
/// @param guarded whether no version may go live that judges it wrong
public record GoldenCaseEdit(
        GoldenExpectation expected,
        @Nullable String note,
        @JsonProperty("protected") boolean guarded) {}
