package dev.precept.contracts.revision;

/// What several people may change. It is answered with its revision as the `ETag`; a change gives
/// the revision that it was based on as `If-Match` and is refused as `stale-write` if there is a
/// newer one.
public interface Revisioned {

    /// Grows with every change.
    int revision();
}
