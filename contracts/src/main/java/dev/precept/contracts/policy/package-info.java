/// Policies, their versions, aliases and golden sets.
@NullMarked
package dev.precept.contracts.policy;

import org.jspecify.annotations.NullMarked;
