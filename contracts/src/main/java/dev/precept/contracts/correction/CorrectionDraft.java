package dev.precept.contracts.correction;

/// A draft that was opened from corrections: the text of the live version, for a person to mend.
///
/// @param version number of the draft
/// @param guarded cases of the golden set that are protected now
public record CorrectionDraft(int version, int guarded) {}
