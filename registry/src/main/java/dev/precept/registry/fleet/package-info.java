/// The fleet of workers: who registered, what they run, and when they were last heard of.
@NullMarked
package dev.precept.registry.fleet;

import org.jspecify.annotations.NullMarked;
