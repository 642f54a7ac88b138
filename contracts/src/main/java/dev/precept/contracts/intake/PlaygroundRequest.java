package dev.precept.contracts.intake;

import dev.precept.contracts.content.Content;

/// Tries a policy version out, a draft included, as it stands saved.
///
/// @param policy `slug@alias` or `slug@number`
public record PlaygroundRequest(String policy, Content content) {}
