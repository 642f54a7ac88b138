/// Evaluations: runs of policy versions, what they measured, and two of them beside each other.
/// Contents are blurred until a person asks for them; nothing here computes a figure, it only shows
/// what the registry measured.
@NullMarked
package dev.precept.console.evaluations;

import org.jspecify.annotations.NullMarked;
