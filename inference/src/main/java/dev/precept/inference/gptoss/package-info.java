/// The gpt-oss architecture: its numbers, and its forward pass on ONNX Runtime.
///
/// A decoder owns its session, its rows and every native object in between; the engine's thread
/// makes, uses and closes it.
@NullMarked
package dev.precept.inference.gptoss;

import org.jspecify.annotations.NullMarked;
