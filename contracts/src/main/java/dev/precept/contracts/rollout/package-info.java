/// Rollouts: how a version comes to an alias in steps, beside the live one, at an instant, or past
/// closed gates, and what is seen on the way.
@NullMarked
package dev.precept.contracts.rollout;

import org.jspecify.annotations.NullMarked;
