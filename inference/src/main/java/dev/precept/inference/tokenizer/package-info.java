/// Text to token ids and back: o200k_harmony, the vocabulary of the gpt-oss models.
///
/// Texts never become special tokens: [Tokenizer#encode] sees ordinary text only, and whoever wants
/// a special token has to write its id.
@NullMarked
package dev.precept.inference.tokenizer;

import org.jspecify.annotations.NullMarked;
