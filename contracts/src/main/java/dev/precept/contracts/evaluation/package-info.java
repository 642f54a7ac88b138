/// Evaluations: what a version of a policy would say of known contents, measured, and the gates
/// that ask for such measurements before a version goes live.
@NullMarked
package dev.precept.contracts.evaluation;

import org.jspecify.annotations.NullMarked;
