package dev.precept.contracts.request;

/// Lets somebody read and write a draft that is private.
///
/// @param person the user name
public record Invitation(String person) {}
