package dev.precept.contracts.policy;

/// Asks for a new draft with this Markdown text.
public record NewDraft(String text) {}
