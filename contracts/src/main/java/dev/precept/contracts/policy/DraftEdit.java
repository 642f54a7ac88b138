package dev.precept.contracts.policy;

/// Saves a draft.
///
/// @param revision the revision that the edit was based on; another one is refused as a stale write
public record DraftEdit(int revision, String text) {}
