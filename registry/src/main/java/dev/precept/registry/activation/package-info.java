/// Activations at an instant, and activations past closed gates.
///
/// A row is all there is of either, so they survive restarts. Whatever is due is done by the first
/// registry that gets the row, in one transaction that holds the policy's row first, as every move
/// of an alias does.
@NullMarked
package dev.precept.registry.activation;

import org.jspecify.annotations.NullMarked;
