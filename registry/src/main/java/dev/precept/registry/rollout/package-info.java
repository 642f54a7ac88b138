/// Rollouts: canaries and shadows of aliases, what they show, and when they halt.
///
/// Whatever changes a rollout first holds the policy's row, as moves of aliases do. The database
/// copies a running canary into its alias, where leases find it. What is seen of items is written
/// in the transaction that records their verdicts; halting and stepping go by those rows, each
/// second, on whichever registry gets the row.
@NullMarked
package dev.precept.registry.rollout;

import org.jspecify.annotations.NullMarked;
