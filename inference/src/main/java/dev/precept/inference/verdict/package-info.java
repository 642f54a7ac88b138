/// From tokens to a judgement: what an answer may look like, which tokens it may take next, what it
/// says, and how sure the model was.
///
/// Everything here is computed on the host, from logits and bytes; nothing knows ONNX Runtime.
@NullMarked
package dev.precept.inference.verdict;

import org.jspecify.annotations.NullMarked;
