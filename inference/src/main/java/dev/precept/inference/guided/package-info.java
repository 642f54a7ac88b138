/// Guided decoding: a grammar of bytes, and which tokens keep to it.
///
/// A [Grammar] is computed once for each contract, is immutable and shared; a [Guide] is one walk
/// through it. There is one for judgements, [AnswerGrammar], whose deciding token, `0` or `1`
/// behind `{"violation":`, is always a step of its own; and one for wordings, [WordingGrammar].
@NullMarked
package dev.precept.inference.guided;

import org.jspecify.annotations.NullMarked;
