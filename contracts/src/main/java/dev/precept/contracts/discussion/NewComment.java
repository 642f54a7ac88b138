package dev.precept.contracts.discussion;

/// Answers in a thread.
public record NewComment(String text) {}
