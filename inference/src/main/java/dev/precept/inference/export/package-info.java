/// From a checkpoint to a model folder, in Java.
///
/// The graph is laid out first; then each tensor is written into its place in the data file,
/// straight from mapped memory to mapped memory, so the heap stays small whatever the model.
@NullMarked
package dev.precept.inference.export;

import org.jspecify.annotations.NullMarked;
