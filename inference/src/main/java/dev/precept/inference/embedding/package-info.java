/// Text to unit vectors, in plain Java and ONNX Runtime. Everything here may be used by many
/// threads at a time.
@NullMarked
package dev.precept.inference.embedding;

import org.jspecify.annotations.NullMarked;
