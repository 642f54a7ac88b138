/// Golden sets: the labelled contents that a policy must get right, and the versions under which
/// they are frozen. A case never changes; it retires, and another takes its place. Whoever adds,
/// changes or freezes holds the policy until the end of the transaction.
@NullMarked
package dev.precept.registry.goldenset;

import org.jspecify.annotations.NullMarked;
