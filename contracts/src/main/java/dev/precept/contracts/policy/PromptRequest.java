package dev.precept.contracts.policy;

import dev.precept.contracts.content.Content;

/// A policy's whole text and a content to be judged by it.
public record PromptRequest(String text, Content content) {}
