/// Measures what an engine gives on the machine at hand: what its prefix cache and its batches
/// gain.
@NullMarked
package dev.precept.inference.bench;

import org.jspecify.annotations.NullMarked;
