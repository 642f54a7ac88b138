package dev.precept.contracts.request;

/// Saves a draft merged onto what was approved since.
///
/// @param revision of the draft that the merge was made from
/// @param onto the approved version that was merged in
/// @param text without conflict markers
public record Rebase(int revision, int onto, String text) {}
