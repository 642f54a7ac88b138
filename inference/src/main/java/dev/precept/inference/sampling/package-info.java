/// From logits to the next token.
///
/// Works on host memory and allocates nothing per token.
@NullMarked
package dev.precept.inference.sampling;

import org.jspecify.annotations.NullMarked;
