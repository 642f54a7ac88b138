package dev.precept.contracts.policy;

/// Pins one immutable policy version.
///
/// @param number counts from 1 within the policy
/// @param sha256 of the bundle's canonical JSON (RFC 8785), in hex
public record PolicyVersionRef(String slug, int number, String sha256) {

    @Override
    public String toString() {
        return slug + "@" + number;
    }
}
