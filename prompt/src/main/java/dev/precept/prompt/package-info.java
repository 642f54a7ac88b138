/// The text that a model reads: the policy, how to answer, the content, and the control tokens
/// between them. Whoever sends a prompt and whoever shows it use this one package, so that what is
/// shown is what is sent. Pure functions of their arguments: no tokenizer, no engine, no container.
@NullMarked
package dev.precept.prompt;

import org.jspecify.annotations.NullMarked;
