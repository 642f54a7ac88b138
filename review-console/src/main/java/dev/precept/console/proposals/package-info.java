/// Wordings that a model proposes: asked for beside what people corrected, read, and taken into a
/// draft by a person. Wherever one is seen, it is said that a machine wrote it.
@NullMarked
package dev.precept.console.proposals;

import org.jspecify.annotations.NullMarked;
