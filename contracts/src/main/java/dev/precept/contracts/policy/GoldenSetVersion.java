package dev.precept.contracts.policy;

import java.time.Instant;

/// A golden set as it was frozen; it never changes.
///
/// @param sha256 over the canonical JSON (RFC 8785) of its cases, sorted by their content's hash
public record GoldenSetVersion(
        String slug, int number, String sha256, int cases, String frozenBy, Instant frozenAt) {}
