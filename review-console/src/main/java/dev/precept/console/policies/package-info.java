/// The policy rooms: list, versions, editor, comparison, golden set. The registry decides what is
/// allowed; these views only offer what makes sense for the person and the state.
@NullMarked
package dev.precept.console.policies;

import org.jspecify.annotations.NullMarked;
