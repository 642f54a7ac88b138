/// The policy rooms: list, versions, editor, comparison, golden set. The registry decides what is
/// allowed; these views only offer what makes sense for the person and the state.
///
/// A policy's page consists of [PolicyTab]s. A new part is one more bean of that type, in this
/// package or in a package of its own that uses this one.
@NullMarked
package dev.precept.console.policies;

import org.jspecify.annotations.NullMarked;
