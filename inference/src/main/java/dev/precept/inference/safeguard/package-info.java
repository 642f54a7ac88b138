/// The reasoning classifier: policy and passage through prompt, engine and guide to a judgement.
///
/// A [SafeguardClassifier] owns its engine. The model writes on the engine's thread; listeners hear
/// it on the thread that asked.
@NullMarked
package dev.precept.inference.safeguard;

import org.jspecify.annotations.NullMarked;
