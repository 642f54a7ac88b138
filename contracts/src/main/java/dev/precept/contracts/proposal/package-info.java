/// Wordings that a model proposes for what people corrected. A proposal changes nothing: a person
/// opens a draft with it, and everything that holds for drafts holds for that one.
@NullMarked
package dev.precept.contracts.proposal;

import org.jspecify.annotations.NullMarked;
