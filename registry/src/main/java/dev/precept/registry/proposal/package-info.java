/// Wordings that a model proposes for what people corrected: asked for by people, written by
/// workers, taken into drafts by people. Nothing here submits, approves or activates.
@NullMarked
package dev.precept.registry.proposal;

import org.jspecify.annotations.NullMarked;
