package dev.precept.contracts.policy;

import java.time.Instant;

/// What an approver said of a submitted version.
///
/// @param sha256 of the bundle that was read; a version that was sent back and submitted again has
///   another one
/// @param approves false where the version was sent back
/// @param comment why; empty only for an approval
public record Opinion(
        String sha256, String reviewer, boolean approves, String comment, Instant givenAt) {}
