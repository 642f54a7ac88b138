package dev.precept.contracts.discussion;

/// Opens a thread with its first comment.
public record NewThread(Anchor anchor, String text) {}
