/// The slot engine: many generations at once on one model, sharing what they have in common.
///
/// One platform thread, the engine's, owns the [Decoder] and everything native behind it; all other
/// threads only submit, cancel and wait.
@NullMarked
package dev.precept.inference.engine;

import org.jspecify.annotations.NullMarked;
