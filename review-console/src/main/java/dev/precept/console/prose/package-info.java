/// A policy's text as people work on it: what a version changes, what the linter finds and how
/// grave that is, which rules people still rely on, and the prompt that a model reads.
@NullMarked
package dev.precept.console.prose;

import org.jspecify.annotations.NullMarked;
