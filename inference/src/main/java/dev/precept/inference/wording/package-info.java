/// Proposed wordings: what a model answered, read and checked against the rules of the policy.
@NullMarked
package dev.precept.inference.wording;

import org.jspecify.annotations.NullMarked;
