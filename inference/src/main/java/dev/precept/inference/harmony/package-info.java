/// The conversation format of the gpt-oss models: prompts written, answers read.
///
/// Only [PromptRenderer] writes special tokens, and only its own: policy and content are encoded as
/// ordinary text, so nothing in them can open or close a message.
@NullMarked
package dev.precept.inference.harmony;

import org.jspecify.annotations.NullMarked;
